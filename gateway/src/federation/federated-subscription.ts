/**
 * A subscription whose event comes from one subgraph and whose entity fields come from all: the planner's SubscriptionNode
 * says which operation to subscribe to (`primary`) and what to fetch for each event (`rest`).
 */
import type { QueryPlan } from '@apollo/query-planner';
import type { Logger } from '@huizhen/platform/telemetry/logger';
import { observedEvents } from '@huizhen/platform/telemetry/observed-events';
import { GraphQLError, type ExecutionResult } from 'graphql';
import { accessCall } from '../access/access-call.ts';
import type { AccessCall } from '../access/declared-access.ts';
import { noteOperation } from '../telemetry/note-operation.ts';
import { observedFetch } from '../telemetry/observed-fetch.ts';
import { observedPlan } from '../telemetry/observed-plan.ts';
import type { Metrics } from '../telemetry/metrics.ts';
import { peerNamed, subgraphFetch, type Sources, type SubgraphFetch } from '../sources/subgraph-fetch.ts';
import type { CheckedOperation, GraphVersion } from './graph-version.ts';
import type { GatewayContext } from './gateway-context.ts';
import { asResult, type PlanExecutor } from './plan-executor.ts';

export interface SubscriptionCall extends CheckedOperation {
  /** Already coerced. */
  readonly variables: Readonly<Record<string, unknown>>;
  readonly context: GatewayContext;
}

type SubscriptionNode = Extract<NonNullable<QueryPlan['node']>, { kind: 'Subscription' }>;

interface LiveGraph {
  readonly current: GraphVersion;
  tellingEvent(): void;
}

interface Options extends Sources {
  readonly executor: PlanExecutor;
  readonly metrics: Metrics;
  readonly logger: Logger;
}

interface Running {
  readonly version: GraphVersion;
  readonly node: SubscriptionNode;
  readonly call: SubscriptionCall;
  readonly access: AccessCall;
  readonly observed: ReturnType<typeof observedEvents>;
}

export class FederatedSubscriptions {
  private readonly graph: LiveGraph;
  private readonly options: Options;
  private readonly eventPlans = new WeakMap<SubscriptionNode, QueryPlan>();

  constructor(graph: LiveGraph, options: Options) {
    this.graph = graph;
    this.options = options;
  }

  async subscribe(call: SubscriptionCall): Promise<AsyncIterable<ExecutionResult> | ExecutionResult> {
    const version = this.graph.current;
    const observed = observedEvents(`event ${noteOperation(call)}`);
    const access = accessCall(this.options.logger, call, call.variables);
    const errors = version.access.refusalsOfWhole(access);
    const permitted = version.access.permitted(call, call.context.viewer);
    if (errors.length > 0 || permitted === null) return { errors };
    const node = subscriptionIn(observedPlan(this.options.metrics, () => version.plan(permitted)));
    const { viewer, purpose, requestId, signal } = call.context;
    const upstream = await peerNamed(this.options.peers, node.primary.serviceName).subscribe({
      query: node.primary.operation,
      variables: variablesFor(node, call),
      operationName: node.primary.operationName,
      token: await this.options.tokens.mint({ viewer, purpose }),
      requestId,
      signal,
    });
    if (!(Symbol.asyncIterator in upstream)) return upstream;
    return this.enrichEach(upstream, { version, node, call, access, observed });
  }

  private async *enrichEach(
    upstream: AsyncIterable<ExecutionResult>,
    running: Running,
  ): AsyncGenerator<ExecutionResult> {
    const { version, node, call, access, observed } = running;
    const { executor } = this.options;
    const plan = this.eventPlan(node);
    for await (const event of upstream) {
      this.graph.tellingEvent();
      // An upstream's own error ends its stream, and has nothing to enrich.
      if (!event.data) {
        yield event;
        continue;
      }
      // Anew for each event: its token lives a minute, the subscription hours.
      const fetchAs = observedFetch(subgraphFetch(this.options, call.context));
      const fetch = withEvent(event, node, fetchAs);
      const run = (operation: CheckedOperation) =>
        executor.execute({ version, operation, plan, variables: call.variables, fetch });
      // What is refused was refused from the start, and is not news with every event.
      const answer = () => version.access.answer({ ...access, onRefused: undefined }, run);
      yield asResult(await observed(answer));
    }
  }

  private eventPlan(node: SubscriptionNode): QueryPlan {
    const known = this.eventPlans.get(node);
    if (known) return known;
    const nodes = node.rest ? [node.primary, node.rest] : [node.primary];
    const plan: QueryPlan = { kind: 'QueryPlan', node: { kind: 'Sequence', nodes } };
    this.eventPlans.set(node, plan);
    return plan;
  }
}

function subscriptionIn({ node }: QueryPlan): SubscriptionNode {
  if (node?.kind === 'Subscription') return node;
  throw new GraphQLError('This operation selects nothing that can be subscribed to.');
}

function variablesFor({ primary }: SubscriptionNode, { variables }: SubscriptionCall): Record<string, unknown> {
  const used = new Set(primary.variableUsages ?? []);
  return Object.fromEntries(Object.entries(variables).filter(([name]) => used.has(name)));
}

/** The subgraph of the event answers the primary operation with the event, and everything else itself. */
function withEvent(event: ExecutionResult, { primary }: SubscriptionNode, fetch: SubgraphFetch): SubgraphFetch {
  return async (asked) => {
    if (asked.service !== primary.serviceName || asked.query !== primary.operation) return fetch(asked);
    // The executor may change what it is given, so each delivery needs its own copy.
    const { data = null, errors } = event;
    return { data: structuredClone(data), ...(errors && { errors: plainErrors(errors) }) };
  };
}

function plainErrors(errors: readonly GraphQLError[]): GraphQLError[] {
  return errors.map(({ message, path, extensions }) => new GraphQLError(message, { path: path ?? null, extensions }));
}
