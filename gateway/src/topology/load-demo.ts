/** Fills an empty database with demo data, each subgraph its own; refuses where real people have accounts. */
import { serviceViewer } from '@huizhen/platform/access/service-viewer';
import type { Viewer } from '@huizhen/platform/access/viewer';
import type { RunningSubgraph } from '@huizhen/platform/subgraph/running-subgraph';

export class RealAccountsFound extends Error {
  constructor() {
    super(
      'This database holds real accounts, so demo mode does not start on it. Set DEMO=off, or choose another DATA_DIR or DATABASE_URL.',
    );
    this.name = 'RealAccountsFound';
  }
}

export async function refuseDemoOnRealAccounts(running: Iterable<RunningSubgraph>): Promise<void> {
  for (const subgraph of running) {
    const real = await asItself(
      subgraph,
      (context) => subgraph.definition.holdsRealAccounts?.(context) ?? Promise.resolve(false),
    );
    if (real) throw new RealAccountsFound();
  }
}

/** May run again: what is there already stays as it is. */
export async function loadDemo(running: Iterable<RunningSubgraph>, now: Date): Promise<void> {
  for (const subgraph of running) {
    await asItself(subgraph, async (context) =>
      subgraph.definition.demo?.(context, now, (viewer, work) => actAs(subgraph, viewer, work)),
    );
  }
}

function asItself<T>(subgraph: RunningSubgraph, work: Parameters<typeof subgraph.as<T>>[1]): Promise<T> {
  return actAs(subgraph, serviceViewer(subgraph.name), work);
}

function actAs<T>(subgraph: RunningSubgraph, viewer: Viewer, work: Parameters<typeof subgraph.as<T>>[1]): Promise<T> {
  return subgraph.as({ viewer, requestId: 'demo', purpose: null }, work);
}
