/** One real subgraph on its own PostgreSQL; those that it asks answer from their published contract with given facts. */
import type { Viewer } from '@huizhen/platform/access/viewer';
import type { Subgraph } from '@huizhen/platform/subgraph/define-subgraph';
import type { SubgraphPeer } from '@huizhen/platform/subgraph/subgraph-peer';
import type { EventPayload, EventType } from '@huizhen/schema/events';
import { buildSchema, graphql, type ExecutionResult } from 'graphql';
import { reactionsSettled } from './reactions-settled.ts';
import { openGround } from './subgraph-ground.ts';
import { asJson } from './subgraphs-at-work.ts';

type Variables = Readonly<Record<string, unknown>>;

export interface Contract {
  readonly sdl: string;
  /** Root fields by name; `viewer` is who asks. */
  readonly answers: Readonly<Record<string, (args: never, viewer: Viewer | null) => unknown>>;
}

export interface LoneSubgraphOptions {
  readonly subgraph: Subgraph;
  readonly contracts: Readonly<Record<string, Contract>>;
  readonly environment?: Readonly<Record<string, string>>;
}

export interface LoneSubgraph {
  ask(viewer: Viewer | null, query: string, variables?: Variables): Promise<ExecutionResult>;
  route(request: Request): Promise<Response | null>;
  /** Logs events as their publisher would, and waits until the subgraph has reacted to them. */
  tell(...events: Told[]): Promise<void>;
  settled(): Promise<void>;
  /** What the subgraph itself has published, in order. */
  published(type: EventType): Promise<Record<string, unknown>[]>;
  /** As the superuser, past row-level security. */
  rows(sql: string, parameters?: readonly unknown[]): Promise<Record<string, unknown>[]>;
  /** As the subgraph's own app role with these settings: what row-level security lets through. */
  rowsAs(settings: Readonly<Record<string, string>>, sql: string): Promise<Record<string, unknown>[]>;
  /** Runs the work and counts the statements on the subgraph's database that match. */
  statements(pattern: RegExp, work: () => Promise<unknown>): Promise<number>;
  stop(): Promise<void>;
}

export type Told = { [T in EventType]: { readonly type: T; readonly payload: EventPayload<T> } }[EventType];

export async function startLoneSubgraph({
  subgraph,
  contracts,
  environment = {},
}: LoneSubgraphOptions): Promise<LoneSubgraph> {
  const ground = await openGround([subgraph]);
  const { name } = subgraph;
  const at = await ground.start({
    environment,
    peer: (other) => contractPeer(other, contracts[other], (token) => ground.viewerOf(token)),
  });
  const settled = () => reactionsSettled(ground.adminUrl());
  return {
    settled,
    ask: (viewer, query, variables = {}) => at.ask(name, viewer, { query, variables }),
    route: (request) => at.route(name, request),
    async tell(...events) {
      for (const { type, payload } of events)
        await at.asItself(name, (context) => context.transact(async (unit) => unit.events.publish(type, payload)));
      await settled();
    },
    async published(type) {
      const rows = await ground.rows('SELECT payload FROM events.log WHERE type = $1 ORDER BY position', [type]);
      return rows.map(({ payload }) => payload as Record<string, unknown>);
    },
    rows: ground.rows,
    rowsAs: (settings, sql) => ground.rowsAs(name, settings, sql),
    statements: (pattern, work) => at.countStatements(name, work, pattern),
    async stop() {
      await at.stop();
      await ground.stop();
    },
  };
}

/** The other side of the contract: its published SDL, so that a question that does not fit it fails. */
function contractPeer(
  name: string,
  contract: Contract | undefined,
  verify: (token: string) => Promise<Viewer | null>,
): SubgraphPeer {
  if (!contract) throw new Error(`No contract of ${name} was given.`);
  const schema = buildSchema(contract.sdl, { assumeValidSDL: true });
  const refuse = () => Promise.reject(new Error('A contract only answers questions.'));
  return {
    name,
    async execute({ query, variables, token }) {
      const viewer = await verify(token);
      const rootValue = Object.fromEntries(
        Object.entries(contract.answers).map(([field, answer]) => [field, (args: never) => answer(args, viewer)]),
      );
      return asJson(await graphql({ schema, source: query, rootValue, variableValues: variables ?? null }));
    },
    subscribe: refuse,
    route: refuse,
  };
}
