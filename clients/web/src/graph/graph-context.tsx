/** The platform for the pages: who is signed in, how the line is, what time the server has, and a cache of the person's own. */
import { type Huizhen, type Viewer, createHuizhen, pageSession } from '@huizhen/sdk';
import { type ReactNode, createContext, use, useMemo, useSyncExternalStore } from 'react';
import { Provider } from 'urql';
import { createGraphClient } from './create-graph-client.ts';
import { type Line, lineOf } from './line.ts';
import { SessionKeeper } from './session-keeper.ts';

const url = '/graphql';

function openGraph() {
  // Per window, so that two windows can be two people; a reload keeps it, closing the window ends it.
  const huizhen = createHuizhen({ url, session: pageSession(), renewUnasked: true, clientName: 'pages' });
  return { huizhen, keeper: new SessionKeeper(huizhen) };
}

const graph = openGraph();
const Graph = createContext(graph);

export interface Session {
  readonly viewer: Viewer;
}

/** Whoever was signed in before a reload is so from the first paint. */
export async function takeUpSession(): Promise<void> {
  await graph.huizhen.kept();
}

/** The platform's SDK itself, for what is no matter of the cache: `uploadStudies`, with its progress. */
export function useHuizhen(): Huizhen {
  return use(Graph).huizhen;
}

export function useSession(): Session | undefined {
  const { session } = useHuizhen();
  const { viewer } = useSyncExternalStore(session.subscribe, () => session.state);
  return useMemo(() => (viewer ? { viewer } : undefined), [viewer]);
}

export function useKeeper(): SessionKeeper {
  return use(Graph).keeper;
}

export function useLine(): Line {
  const { connection } = useHuizhen();
  const standing = useSyncExternalStore(connection.follow, () => connection.standing);
  return useMemo(() => lineOf(standing), [standing]);
}

export function useServerClock(): Huizhen['clock'] {
  return useHuizhen().clock;
}

/** Another person gets another cache: nobody may find what somebody else has read. */
export function GraphOfViewer({ viewerId, children }: { viewerId: string; children: ReactNode }) {
  const client = useMemo(() => clientFor(viewerId), [viewerId]);
  return <Provider value={client}>{children}</Provider>;
}

function clientFor(_viewerId: string) {
  return createGraphClient(url, graph.huizhen);
}
