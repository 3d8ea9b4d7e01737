/** Operations that come over a live connection, whatever its kind: accepted by one set of rules, answered as a stream of texts. */
import { GraphQLError, OperationTypeNode, type DocumentNode, type GraphQLSchema } from 'graphql';
import type { FederatedGraph } from '../federation/federated-graph.ts';
import type { GatewayContext } from '../federation/gateway-context.ts';
import { checkCall } from '../limits/check-call.ts';
import { wantsCost } from '../limits/cost-report.ts';
import { Deliveries } from './deliveries.ts';
import type { EventSources } from './enrich-event.ts';
import type { LiveCall } from './live-call.ts';
import { LiveFeeds } from './live-feeds.ts';
import type { LiveMetrics, Transport } from './live-metrics.ts';
import { deprecationsMark, withDeprecations } from '../partners/tell-deprecations.ts';
import { explanationFor } from '../telemetry/explanation.ts';
import type { Metrics } from '../telemetry/metrics.ts';
import { answerText, refusalText } from './result-text.ts';

export interface LiveRequest {
  readonly query: string;
  readonly operationName?: string | null | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined;
  readonly extensions?: unknown;
}

/** Sees how an operation is started, or a query or mutation carried out, and by which errors it failed. */
export type Watch = <T extends { readonly errors: readonly GraphQLError[] }>(work: () => Promise<T>) => Promise<T>;

export interface LiveConnection {
  readonly transport: Transport;
  readonly watch: Watch;
  /** Nothing is read any more: the connection is to be cut. */
  onStalled(): void;
}

/** An operation that may run; nothing runs before `start`. */
export interface Accepted {
  readonly document: DocumentNode;
  /** The JSON text of each result, until the stream ends or is returned. */
  start(connection: LiveConnection): Deliveries;
}

export interface LiveOperationsOptions extends EventSources {
  readonly graph: FederatedGraph;
  readonly metrics: Metrics;
}

export class LiveOperations {
  readonly metrics: LiveMetrics;
  private readonly graph: FederatedGraph;
  private readonly feeds: LiveFeeds;

  constructor(options: LiveOperationsOptions) {
    this.graph = options.graph;
    this.metrics = options.metrics.live;
    this.feeds = new LiveFeeds({ ...options, documents: options.graph.documents });
  }

  get schema(): GraphQLSchema {
    return this.graph.schema;
  }

  accept(request: LiveRequest, context: GatewayContext): Accepted | readonly GraphQLError[] {
    const checked = this.graph.documents.check(request.query);
    if ('errors' in checked) return checked.errors;
    const { document } = checked;
    const found = checkCall(this.graph, { document, ...request });
    if (found instanceof GraphQLError) return [found];
    const { operation, variables } = found;
    const call = {
      document,
      source: request.query,
      operationName: request.operationName ?? undefined,
      variables,
      context,
    };
    return {
      document,
      start: (connection) =>
        operation.operation === OperationTypeNode.SUBSCRIPTION
          ? this.subscribe(call, connection)
          : this.execute(call, request, connection),
    };
  }

  private subscribe(call: LiveCall, connection: LiveConnection): Deliveries {
    const { metrics } = this;
    const { transport } = connection;
    let stop: (() => void) | null = null;
    let gone = false;
    const deliveries = new Deliveries({
      markFirst: deprecationsMark(call.context),
      onEnd: () => {
        metrics.subscriptions.dec({ transport });
        gone = true;
        stop?.();
      },
      onCoalesced: (count) => metrics.coalesced.inc(count),
      onStalled: () => {
        metrics.stalled.inc();
        connection.onStalled();
      },
    });
    metrics.subscriptions.inc({ transport });
    const start = () => {
      const started = this.feeds.subscribe(call, deliveries);
      if (typeof started !== 'function') return Promise.resolve({ errors: started });
      stop = started;
      if (gone) stop();
      return Promise.resolve({ errors: [] });
    };
    const refused = (...errors: readonly unknown[]) => deliveries.end({ text: refusalText(...errors), stateOf: null });
    void connection.watch(start).then(({ errors }) => (errors.length > 0 ? refused(...errors) : undefined), refused);
    return deliveries;
  }

  /** A query or mutation runs exactly as over HTTP. */
  private execute(call: LiveCall, { variables, extensions }: LiveRequest, { watch }: LiveConnection): Deliveries {
    const leaving = new AbortController();
    const nothing = () => undefined;
    const deliveries = new Deliveries({ onEnd: () => leaving.abort(), onCoalesced: nothing, onStalled: nothing });
    const context = { ...call.context, signal: leaving.signal };
    void watch(async () => {
      const reportCost = wantsCost(extensions);
      const answer = await this.graph.execute({ ...call, rawVariables: variables, context, reportCost });
      const explained = explanationFor(extensions, this.graph.introspection);
      const whole = explained ? { ...answer, extensions: { ...answer.extensions, ...explained } } : answer;
      return withDeprecations(whole, context);
    })
      .then(answerText, refusalText)
      .then((text) => deliveries.end({ text, stateOf: null }));
    return deliveries;
  }
}
