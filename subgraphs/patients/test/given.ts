/** The patients subgraph on a real PostgreSQL, with people of two institutions, and other subgraphs where a test needs them. */
import { randomUUID } from 'node:crypto';
import type { Role, Viewer } from '@huizhen/platform/access/viewer';
import type { Subgraph } from '@huizhen/platform/subgraph/define-subgraph';
import type { SubgraphPeer } from '@huizhen/platform/subgraph/subgraph-peer';
import { answered, type Answered } from '../../../tests/harness/answered.ts';
import { person as somebody } from '../../../tests/harness/person.ts';
import { openGround } from '../../../tests/harness/subgraph-ground.ts';
import { directory } from '../../directory/src/index.ts';
import { patients } from '../src/index.ts';

export const clinic = randomUUID();
export const otherClinic = randomUUID();

export function person(role: Role, more: Partial<Viewer> = {}): Viewer {
  const atWork = role === 'PATIENT' ? {} : { institutionId: clinic, practitionerId: randomUUID() };
  return somebody([role], { ...atWork, ...more });
}

export interface OpenPatients {
  /** A GraphQL operation as this person, to this subgraph or another. */
  ask(viewer: Viewer | null, query: string, variables?: Record<string, unknown>, of?: string): Promise<Answered>;
  /** SQL as the superuser, past every policy. */
  sql(query: string, values?: unknown[]): Promise<Record<string, unknown>[]>;
  /** SQL as the subgraph's own role, with nothing set but `settings`. */
  asApp(settings: Record<string, string>, query: string): Promise<Record<string, unknown>[]>;
  /** Does the work and counts the statements on the subgraph's own database. */
  countStatements(work: () => Promise<unknown>): Promise<number>;
  loadDemo(now: Date, of?: readonly string[]): Promise<void>;
  close(): Promise<void>;
}

export interface Beside {
  /** Other subgraphs in the same process. */
  readonly subgraphs?: readonly Subgraph[];
  /** Answers for a subgraph that is not there. */
  readonly peer?: (name: string) => SubgraphPeer;
}

export async function openPatients({ subgraphs = [], peer }: Beside = {}): Promise<OpenPatients> {
  const ground = await openGround([directory, patients, ...subgraphs]);
  const at = await ground.start({ ...(peer && { peer }) });
  return {
    ask: async (viewer, query, variables = {}, of = 'patients') =>
      answered(await at.ask(of, viewer, { query, variables })),
    sql: ground.rows,
    asApp: (settings, query) => ground.rowsAs('patients', settings, query),
    countStatements: (work) => at.countStatements('patients', work),
    loadDemo: (now, of = ['patients']) => at.loadDemo(of, now),
    async close() {
      await at.stop();
      await ground.stop();
    },
  };
}
