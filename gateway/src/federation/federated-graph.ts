/** The one graph: every operation is planned once, and its plan is executed over the subgraphs on behalf of its caller. */
import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import type { Logger } from '@huizhen/platform/telemetry/logger';
import { GraphQLError, OperationTypeNode, type GraphQLSchema } from 'graphql';
import { accessCall } from '../access/access-call.ts';
import { clientError } from '../http/client-error.ts';
import { checkCall, type CheckedCall } from '../limits/check-call.ts';
import { costReport } from '../limits/cost-report.ts';
import { limits } from '../limits/operation-limits.ts';
import { tellDeprecations } from '../partners/tell-deprecations.ts';
import { SharedFetches } from '../sources/shared-fetches.ts';
import { peerNamed, subgraphFetch, type Peers, type Sources, type SubgraphFetch } from '../sources/subgraph-fetch.ts';
import type { Metrics } from '../telemetry/metrics.ts';
import { noteErrors, noteOperation } from '../telemetry/note-operation.ts';
import { observedFetch } from '../telemetry/observed-fetch.ts';
import { observedPlan } from '../telemetry/observed-plan.ts';
import { observing } from '../telemetry/observing-plugin.ts';
import { CheckedDocuments } from '../subscriptions/checked-documents.ts';
import { rightsOf, type GatewayContext } from './gateway-context.ts';
import { GraphVersion } from './graph-version.ts';
import { resultText } from './json-text.ts';
import type { PlanAnswer, PlanExecutor } from './plan-executor.ts';
import { SharedAnswers } from './shared-answers.ts';
import { servedGraph, type GraphSource, type OperationCall } from './served-graph.ts';

export interface GraphOptions extends Sources {
  readonly supergraphSdl: string;
  readonly executor: PlanExecutor;
  /** Equal queries of one person at the same time are answered by one execution. */
  readonly sharesAnswers: boolean;
  readonly introspection: boolean;
  readonly logger: Logger;
  readonly metrics: Metrics;
}

type Variables = Readonly<Record<string, unknown>>;

export class FederatedGraph implements GraphSource {
  readonly introspection: boolean;
  readonly server: ApolloServer<GatewayContext>;
  readonly documents: CheckedDocuments;
  private version: GraphVersion;
  private readonly answers = new SharedAnswers<PlanAnswer>();
  private readonly fetches = new SharedFetches();
  private readonly options: GraphOptions;
  private readonly listeners = new Set<(version: GraphVersion) => void>();

  private constructor(options: GraphOptions) {
    this.options = options;
    this.introspection = options.introspection;
    this.version = mounted(new GraphVersion(options.supergraphSdl), options.peers);
    this.documents = new CheckedDocuments(this);
    this.server = apolloServer(this, options);
  }

  static async start(options: GraphOptions): Promise<FederatedGraph> {
    const graph = new FederatedGraph(options);
    await graph.server.start();
    return graph;
  }

  get current(): GraphVersion {
    return this.version;
  }

  /** What clients see of the supergraph. */
  get schema(): GraphQLSchema {
    return this.version.schema;
  }

  /** A new supergraph takes over for every operation from now on. @throws when it cannot be served; the old one then stays. */
  replace(supergraphSdl: string): void {
    this.version = mounted(new GraphVersion(supergraphSdl), this.options.peers);
    for (const listener of this.listeners) listener(this.version);
  }

  onVersion(listener: (version: GraphVersion) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** A query or mutation, from whatever transport, that was found within the limits. */
  async execute(call: OperationCall): Promise<PlanAnswer> {
    const checked = checkCall(this, { ...call, variables: call.rawVariables });
    if (checked instanceof GraphQLError) return { text: 'null', errors: [checked] };
    noteOperation(call);
    const answer = await this.answered(call, checked).catch(refusedBecause);
    noteErrors(answer.errors);
    return call.reportCost ? { ...answer, extensions: costReport(checked.cost) } : answer;
  }

  /** An event is about to be told: whoever hears of it and asks sees what it changed. */
  tellingEvent(): void {
    this.changed();
  }

  private answered(call: OperationCall, { operation, variables }: CheckedCall): Promise<PlanAnswer> {
    if (operation.operation === OperationTypeNode.QUERY) {
      if (!this.options.sharesAnswers) return this.run(call, variables, this.fetchFor(call));
      const { context } = call;
      const run = (signal: AbortSignal) => this.shared({ ...call, context: { ...context, signal } }, variables);
      return this.answers.share(questionOf(this.version, call, variables), context.signal, run);
    }
    return this.run(call, variables, this.fetchFor(call)).finally(() => this.changed());
  }

  private shared(call: OperationCall, variables: Variables): Promise<PlanAnswer> {
    const { signal } = call.context;
    return this.run(
      call,
      variables,
      this.fetches.through(this.fetchFor(call), { rights: rightsOf(call.context), signal }),
    );
  }

  private fetchFor({ context }: OperationCall): SubgraphFetch {
    return subgraphFetch(this.options, context);
  }

  private changed(): void {
    this.answers.changed();
    this.fetches.changed();
  }

  private run(call: OperationCall, variables: Variables, ask: SubgraphFetch): Promise<PlanAnswer> {
    const { version, options } = this;
    const fetch = observedFetch(ask);
    return version.access.answer(accessCall(options.logger, call, variables), (operation) => {
      const plan = observedPlan(options.metrics, () => version.plan(operation));
      return options.executor.execute({ version, operation, plan, variables, fetch });
    });
  }

  stop(): Promise<void> {
    return this.server.stop();
  }
}

/** What speaks to clients is an answer; everything else is a fault of ours. */
function refusedBecause(error: unknown): PlanAnswer {
  if (error instanceof GraphQLError) return { text: 'null', errors: [error] };
  throw error;
}

/** All that an answer depends on: the graph, the operation, and who asks for what purpose. */
function questionOf(
  version: GraphVersion,
  { source, operationName, context }: OperationCall,
  variables: Variables,
): string {
  return JSON.stringify([version.number, rightsOf(context), operationName, variables, source]);
}

/** A supergraph that joins a subgraph nobody serves is refused before anything is asked of it. */
function mounted(version: GraphVersion, peers: Peers): GraphVersion {
  for (const name of version.services) peerNamed(peers, name);
  return version;
}

function apolloServer(graph: GraphSource, options: GraphOptions): ApolloServer<GatewayContext> {
  const { introspection, logger } = options;
  return new ApolloServer<GatewayContext>({
    gateway: servedGraph(graph),
    introspection,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    hideSchemaDetailsFromClientErrors: !introspection,
    includeStacktraceInErrorResponses: false,
    parseOptions: { maxTokens: limits.tokens },
    // Apollo's own check comes after CheckedDocuments' and checkCall's, which refuse more.
    persistedQueries: false,
    validationOptions: { maxErrors: limits.errors },
    stopOnTerminationSignals: false,
    formatError: clientError,
    stringifyResult: resultText,
    // Apollo's own page loads scripts from elsewhere; ours is the playground, and production has none.
    plugins: [observing(introspection), tellDeprecations(), ApolloServerPluginLandingPageDisabled()],
    logger: {
      debug: () => undefined,
      info: () => undefined,
      warn: (m) => logger.warn(m),
      error: (m) => logger.error(m),
    },
  });
}
