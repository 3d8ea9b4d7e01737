/**
 * A subscription whose event comes from one subgraph and whose entity fields come from all: the planner's SubscriptionNode
 * says which operation to subscribe to (`primary`) and what to fetch for each event (`rest`).
 */
import { buildOperationContext, executeQueryPlan, type GraphQLDataSource } from '@apollo/gateway';
import { operationFromDocument, Supergraph } from '@apollo/federation-internals';
import { QueryPlanner, type QueryPlan } from '@apollo/query-planner';
import type { InternalTokens } from '@huizhen/platform/access/internal-token';
import type { SubgraphPeer } from '@huizhen/platform/subgraph/subgraph-peer';
import { LRUCache } from 'lru-cache';
import { GraphQLError, type DocumentNode, type ExecutionResult, type GraphQLSchema } from 'graphql';
import type { GatewayContext } from './gateway-context.ts';
import { peerDataSource } from './peer-data-source.ts';

export interface SubscriptionCall {
  readonly document: DocumentNode;
  /** The document's text: the key of its plan. */
  readonly source: string;
  readonly operationName: string | undefined;
  /** Already coerced. */
  readonly variables: Readonly<Record<string, unknown>>;
  readonly context: GatewayContext;
}

type SubscriptionNode = Extract<NonNullable<QueryPlan['node']>, { kind: 'Subscription' }>;
type PlanRequest = Parameters<typeof executeQueryPlan>[2];

export class FederatedSubscriptions {
  private readonly supergraph: Supergraph;
  private readonly planner: QueryPlanner;
  private readonly schema: GraphQLSchema;
  private readonly supergraphSchema: GraphQLSchema;
  private readonly sources: Record<string, GraphQLDataSource>;
  private readonly peers: ReadonlyMap<string, SubgraphPeer>;
  private readonly tokens: InternalTokens;
  private readonly plans = new LRUCache<string, SubscriptionNode>({ max: 1_000 });

  constructor(options: {
    supergraphSdl: string;
    apiSchema: GraphQLSchema;
    peers: ReadonlyMap<string, SubgraphPeer>;
    tokens: InternalTokens;
  }) {
    this.supergraph = Supergraph.build(options.supergraphSdl);
    this.planner = new QueryPlanner(this.supergraph);
    this.schema = options.apiSchema;
    this.supergraphSchema = this.supergraph.schema.toGraphQLJSSchema();
    this.peers = options.peers;
    this.tokens = options.tokens;
    this.sources = Object.fromEntries(
      [...options.peers].map(([name, peer]) => [name, peerDataSource(peer, options.tokens)]),
    );
  }

  async subscribe(call: SubscriptionCall): Promise<AsyncIterable<ExecutionResult> | ExecutionResult> {
    const plan = this.plan(call);
    const { viewer, purpose, requestId, signal } = call.context;
    const peer = this.peers.get(plan.primary.serviceName);
    if (!peer) throw new Error(`The supergraph names a subgraph that is not mounted: ${plan.primary.serviceName}`);
    const used = new Set(plan.primary.variableUsages ?? []);
    const upstream = await peer.subscribe({
      query: plan.primary.operation,
      variables: Object.fromEntries(Object.entries(call.variables).filter(([name]) => used.has(name))),
      operationName: plan.primary.operationName,
      token: await this.tokens.mint({ viewer, purpose }),
      requestId,
      signal,
    });
    if (!(Symbol.asyncIterator in upstream)) return upstream;
    return this.enrichEach(upstream, plan, call);
  }

  private plan(call: SubscriptionCall): SubscriptionNode {
    const key = `${call.operationName ?? ''}\n${call.source}`;
    const known = this.plans.get(key);
    if (known) return known;
    const options = call.operationName === undefined ? {} : { operationName: call.operationName };
    const operation = operationFromDocument(this.supergraph.apiSchema(), call.document, options);
    const { node } = this.planner.buildQueryPlan(operation);
    if (node?.kind !== 'Subscription')
      throw new GraphQLError('This operation selects nothing that can be subscribed to.');
    this.plans.set(key, node);
    return node;
  }

  private async *enrichEach(
    upstream: AsyncIterable<ExecutionResult>,
    plan: SubscriptionNode,
    call: SubscriptionCall,
  ): AsyncGenerator<ExecutionResult> {
    const enrich = this.enricher(plan, call);
    for await (const event of upstream) {
      // An upstream's own error ends its stream, and has nothing to enrich.
      if (!event.data) yield event;
      else yield await enrich(event);
    }
  }

  private enricher(
    plan: SubscriptionNode,
    call: SubscriptionCall,
  ): (event: ExecutionResult) => Promise<ExecutionResult> {
    const nodes = plan.rest ? [plan.primary, plan.rest] : [plan.primary];
    const queryPlan: QueryPlan = { kind: 'QueryPlan', node: { kind: 'Sequence', nodes } };
    const operationContext = buildOperationContext({
      schema: this.schema,
      operationDocument: call.document,
      ...(call.operationName !== undefined && { operationName: call.operationName }),
    });
    const apiSchema = this.supergraph.apiSchema();
    return (event) =>
      executeQueryPlan(
        queryPlan,
        this.sourcesWith(plan, event),
        requestOf(call),
        operationContext,
        this.supergraphSchema,
        apiSchema,
      );
  }

  /** The subgraph of the event answers the primary operation with the event, and everything else itself. */
  private sourcesWith(plan: SubscriptionNode, event: ExecutionResult): Record<string, GraphQLDataSource> {
    const { serviceName, operation } = plan.primary;
    const own = this.sources[serviceName];
    const source: GraphQLDataSource = {
      // The executor merges fetched fields into what it is given, so each delivery needs its own copy.
      process: async (options) => {
        if (options.request.query !== operation) return (await own?.process(options)) ?? {};
        return structuredClone({
          data: event.data ?? null,
          ...(event.errors && { errors: plainErrors(event.errors) }),
        });
      },
    };
    return { ...this.sources, [serviceName]: source };
  }
}

function plainErrors(errors: readonly GraphQLError[]) {
  return errors.map(({ message, path, extensions }) => ({ message, extensions, ...(path && { path }) }));
}

/** The executor wants the whole request context of Apollo Server and uses only these members of it. */
function requestOf(call: SubscriptionCall): PlanRequest {
  return {
    request: { query: call.source, variables: { ...call.variables } },
    context: call.context,
    metrics: {},
  } as unknown as PlanRequest;
}
