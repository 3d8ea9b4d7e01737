/** The graph for the pages: who is signed in, how the line is, what time the server has, and a client of the person's own. */
import { type ReactNode, createContext, use, useMemo, useSyncExternalStore } from 'react';
import { Provider } from 'urql';
import { Connection, type Line } from './connection.ts';
import { createGraphClient } from './create-graph-client.ts';
import { liveSocket } from './live-socket.ts';
import { ServerClock } from './server-clock.ts';
import type { Session } from './session.ts';
import { SessionKeeper } from './session-keeper.ts';

const path = '/graphql';

function openGraph() {
  const clock = new ServerClock();
  const keeper = new SessionKeeper({ desk: { path, clock }, storage: sessionStorage });
  const connection = new Connection();
  return { clock, keeper, connection, socket: liveSocket(path, keeper, connection) };
}

const graph = openGraph();
const Graph = createContext(graph);

export function useSession(): Session | undefined {
  const { keeper } = use(Graph);
  return useSyncExternalStore(keeper.subscribe, () => keeper.session);
}

export function useKeeper(): SessionKeeper {
  return use(Graph).keeper;
}

export function useLine(): Line {
  const { connection } = use(Graph);
  return useSyncExternalStore(connection.subscribe, connection.now);
}

export function useServerClock(): ServerClock {
  return use(Graph).clock;
}

/** Another person gets another cache: nobody may find what somebody else has read. */
export function GraphOfViewer({ viewerId, children }: { viewerId: string; children: ReactNode }) {
  const client = useMemo(() => clientFor(viewerId), [viewerId]);
  return <Provider value={client}>{children}</Provider>;
}

function clientFor(_viewerId: string) {
  return createGraphClient(path, graph.keeper, graph);
}
