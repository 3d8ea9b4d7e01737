/** What executes a plan: fetches from subgraphs what the plan says and shapes it into the answer that the operation asked for. */
import type { QueryPlan } from '@apollo/query-planner';
import type { GraphQLError } from 'graphql';
import type { SubgraphFetch } from '../sources/subgraph-fetch.ts';
import type { CheckedOperation, GraphVersion } from './graph-version.ts';

export interface PlanCall {
  readonly version: GraphVersion;
  readonly operation: CheckedOperation;
  /** The same object for the same operation. */
  readonly plan: QueryPlan;
  /** Coerced by the operation's own declarations. */
  readonly variables: Readonly<Record<string, unknown>>;
  readonly fetch: SubgraphFetch;
}

export interface PlanAnswer {
  /** JSON text of `data`. */
  readonly text: string;
  readonly errors: readonly GraphQLError[];
  readonly extensions?: Readonly<Record<string, unknown>>;
}

export interface PlanExecutor {
  execute(call: PlanCall): Promise<PlanAnswer>;
}
