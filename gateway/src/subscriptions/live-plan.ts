/**
 * A subscription whose event comes from one subgraph and whose entity fields come from all: the planner's SubscriptionNode
 * says which operation to subscribe to (`primary`) and what to fetch for each event (`rest`).
 */
import type { QueryPlan } from '@apollo/query-planner';
import { GraphQLError } from 'graphql';
import type { GraphVersion } from '../federation/graph-version.ts';
import { ResumableOperation } from './resumable-operation.ts';

export type SubscriptionNode = Extract<NonNullable<QueryPlan['node']>, { kind: 'Subscription' }>;

export interface LivePlan {
  readonly version: GraphVersion;
  readonly primary: SubscriptionNode['primary'];
  /** Run for each event; the subgraph of the event answers its part with the event itself. */
  readonly eventPlan: QueryPlan;
  readonly upstream: ResumableOperation;
}

const known = new WeakMap<SubscriptionNode, LivePlan>();

/** The same object for the same plan. */
export function livePlan(version: GraphVersion, queryPlan: QueryPlan): LivePlan {
  const node = subscriptionIn(queryPlan);
  const plan = known.get(node) ?? planOf(version, node);
  known.set(node, plan);
  return plan;
}

function planOf(version: GraphVersion, { primary, rest }: SubscriptionNode): LivePlan {
  const nodes = rest ? [primary, rest] : [primary];
  return {
    version,
    primary,
    eventPlan: { kind: 'QueryPlan', node: { kind: 'Sequence', nodes } },
    upstream: new ResumableOperation(primary.operation, version.supergraphSchema),
  };
}

function subscriptionIn({ node }: QueryPlan): SubscriptionNode {
  if (node?.kind === 'Subscription') return node;
  throw new GraphQLError('This operation selects nothing that can be subscribed to.');
}
