/** A subgraph at work on its database: answers operations, streams subscriptions, serves routes. */
import { SpanKind } from '@opentelemetry/api';
import { createSourceEventStream, execute, GraphQLError, type ExecutionResult, type GraphQLSchema } from 'graphql';
import { Hono } from 'hono';
import type { Caller } from '../access/viewer.ts';
import type { SettingsOf, SettingsSpec } from '../config/settings.ts';
import { plainName } from '../telemetry/plain-name.ts';
import { observedEvents } from '../telemetry/observed-events.ts';
import { openSpan } from '../telemetry/tracing.ts';
import type { Context } from './context.ts';
import type { Subgraph } from './define-subgraph.ts';
import { valueFault } from '../input/value-faults.ts';
import { badValue, maskErrors, requestErrors } from './mask-errors.ts';
import { Operation } from './operation.ts';
import { PreparedDocuments, type Executable } from './prepared-documents.ts';
import { problemResponse } from './problem-response.ts';
import { StreamOpened } from './stream-opened.ts';
import type { SubgraphPeer, SubgraphRequest } from './subgraph-peer.ts';
import type { SubgraphSchema } from './subgraph-schema.ts';
import type { SubgraphServices } from './subgraph-services.ts';

/** Representations of a whole answer come in one list, so these are wider than the gateway's. */
const valueLimits = { depth: 64, listLength: 10_000, values: 500_000 };

type AnyOperation = Operation<object, SettingsOf<SettingsSpec>>;

export class RunningSubgraph implements SubgraphPeer {
  readonly name: string;
  readonly definition: Subgraph;
  readonly executable: GraphQLSchema;
  private readonly services: SubgraphServices;
  private readonly settings: SettingsOf<SettingsSpec>;
  private readonly documents: PreparedDocuments;
  private readonly router: Hono<{ Bindings: { operation: AnyOperation } }>;
  private readonly stopping = new AbortController();

  constructor(
    definition: Subgraph,
    built: SubgraphSchema,
    services: SubgraphServices,
    settings: SettingsOf<SettingsSpec>,
  ) {
    this.name = definition.name;
    this.definition = definition;
    this.services = services;
    this.settings = settings;
    this.executable = built.schema;
    this.documents = new PreparedDocuments(built.schema);
    this.router = this.routes();
  }

  /** Whether the bearer may speak to this subgraph at all. */
  async accepts(token: string): Promise<boolean> {
    return this.services.tokens.verify(token).then(
      () => true,
      () => false,
    );
  }

  async execute(request: SubgraphRequest): Promise<ExecutionResult> {
    const prepared = this.prepared(request);
    if ('errors' in prepared) return this.masked(prepared, request.requestId);
    const operation = this.operation(await this.callerOf(request), request.token, request.signal);
    return this.run(operation, prepared, request, undefined);
  }

  async subscribe(request: SubgraphRequest): Promise<AsyncIterable<ExecutionResult> | ExecutionResult> {
    const prepared = this.prepared(request);
    if ('errors' in prepared) return this.masked(prepared, request.requestId);
    const signal = AbortSignal.any([this.stopping.signal, ...(request.signal ? [request.signal] : [])]);
    const caller = await this.callerOf(request);
    const operation = this.operation(caller, request.token, signal);
    const observed = observedEvents(`event ${this.name}`);
    const events = await createSourceEventStream({
      schema: this.executable,
      document: prepared.document,
      contextValue: operation,
      variableValues: request.variables ?? null,
      operationName: request.operationName ?? null,
    });
    await operation.finish();
    if (!(Symbol.asyncIterator in events)) return this.masked(ofTheRequest(events), request.requestId);
    return this.eventsOf(events, prepared, { ...request, signal }, { caller, observed });
  }

  async route(request: Request, token: string, requestId: string): Promise<Response | null> {
    const operation = this.operation(
      { ...(await this.services.tokens.verify(token)), requestId },
      token,
      request.signal,
    );
    try {
      const response = await this.router.fetch(request, { operation });
      await operation.finish();
      return response.status === 404 && response.headers.has('x-no-route') ? null : response;
    } catch (error) {
      await operation.abandon();
      return problemResponse(error, this.services.logger, requestId);
    }
  }

  /** Does something in an operation of the subgraph itself, for reactions, jobs and demo data. */
  async as<T>(caller: Caller, work: (context: Context<object, SettingsOf<SettingsSpec>>) => Promise<T>): Promise<T> {
    const operation = this.operation(caller, '', this.stopping.signal);
    try {
      const result = await work(operation);
      await operation.finish();
      return result;
    } catch (error) {
      await operation.abandon();
      throw error;
    }
  }

  stop(): void {
    this.stopping.abort();
  }

  private async *eventsOf(
    events: AsyncIterable<unknown>,
    prepared: Executable,
    request: SubgraphRequest,
    { caller, observed }: { caller: Caller; observed: ReturnType<typeof observedEvents> },
  ): AsyncGenerator<ExecutionResult> {
    try {
      for await (const event of events) {
        if (event instanceof StreamOpened) {
          yield { extensions: { openedAt: event.cursor } };
          continue;
        }
        const operation = this.operation(caller, request.token, request.signal);
        const result = await observed(() => this.run(operation, prepared, request, event));
        // Whoever follows asks anew from their place with a token that holds, and is told this event then.
        if (operation.tokenEnded) return yield { errors: [tokenEnded()] };
        yield result;
      }
    } catch (error) {
      if (request.signal?.aborted) return;
      yield this.masked({ errors: [wrapped(error)] }, request.requestId);
    }
  }

  private async run(
    operation: AnyOperation,
    prepared: Executable,
    request: SubgraphRequest,
    rootValue: unknown,
  ): Promise<ExecutionResult> {
    const started = performance.now();
    const span = openSpan(`subgraph ${this.name}`, { kind: SpanKind.SERVER, attributes: this.attributesOf(request) });
    const result = await span.within(() => this.finished(operation, prepared, request, rootValue));
    this.services.metrics.operation(this.name, started, result.errors !== undefined);
    span.end(codeOf(result));
    return result;
  }

  private attributesOf(request: SubgraphRequest) {
    const name = plainName(request.operationName);
    return { 'huizhen.subgraph': this.name, ...(name !== null && { 'graphql.operation.name': name }) };
  }

  private async finished(
    operation: AnyOperation,
    prepared: Executable,
    request: SubgraphRequest,
    rootValue: unknown,
  ): Promise<ExecutionResult> {
    const result = await this.executed(prepared, request, { rootValue, contextValue: operation });
    try {
      await operation.finish();
    } catch (error) {
      // What cannot be recorded is not told.
      return this.masked({ errors: [wrapped(error)] }, request.requestId);
    }
    return this.masked(ofTheRequest(result), request.requestId);
  }

  /** The document, or what is wrong with it or with the values that come along. */
  private prepared(request: SubgraphRequest): Executable | { errors: readonly GraphQLError[] } {
    const prepared = this.documents.prepare(request.query);
    if ('errors' in prepared) return { errors: requestErrors(prepared.errors) };
    const fault = valueFault(request.variables, valueLimits);
    return fault ? { errors: [badValue(fault)] } : prepared;
  }

  private async executed(
    { document, compiled }: Executable,
    { variables: variableValues, operationName }: SubgraphRequest,
    on: { readonly rootValue: unknown; readonly contextValue: AnyOperation },
  ): Promise<ExecutionResult> {
    if (compiled?.isCalled(operationName)) return compiled.run({ ...on, variableValues });
    const { executable: schema } = this;
    return execute({
      ...on,
      schema,
      document,
      variableValues: variableValues ?? null,
      operationName: operationName ?? null,
    });
  }

  private masked(result: ExecutionResult, requestId: string): ExecutionResult {
    const errors = maskErrors(result.errors, this.services.logger, requestId);
    return errors ? { ...result, errors } : result;
  }

  private async callerOf(request: SubgraphRequest): Promise<Caller> {
    return { ...(await this.services.tokens.verify(request.token)), requestId: request.requestId };
  }

  private operation(caller: Caller, token: string, signal: AbortSignal | undefined): AnyOperation {
    return new Operation({
      services: this.services,
      settings: this.settings,
      storeOf: (tools) => this.definition.store(tools),
      actor: caller,
      token,
      signal: signal ?? this.stopping.signal,
    });
  }

  private routes(): Hono<{ Bindings: { operation: AnyOperation } }> {
    const router = new Hono<{ Bindings: { operation: AnyOperation } }>();
    for (const route of this.definition.routes ?? []) {
      router.on(route.method, route.path, (c) => route.handle(c.env.operation, c.req.raw, c.req.param()));
    }
    router.onError((error) => {
      throw error;
    });
    router.notFound(() => new Response(null, { status: 404, headers: { 'x-no-route': '1' } }));
    return router;
  }
}

/** Refusals are answers; what nobody foresaw is a failure. */
function codeOf(result: ExecutionResult): string | undefined {
  return result.errors?.some(({ extensions }) => extensions['code'] === 'INTERNAL') ? 'INTERNAL' : undefined;
}

function tokenEnded(): GraphQLError {
  const message = 'The token of this stream has ended. Ask for it again from its last cursor.';
  return new GraphQLError(message, { extensions: { code: 'UPSTREAM_UNAVAILABLE' } });
}

/** Without data and without a place in the answer, it is the request that is at fault, such as a variable's value. */
function ofTheRequest(result: ExecutionResult): ExecutionResult {
  const { errors } = result;
  if ('data' in result || !errors?.every(({ path }) => path === undefined)) return result;
  return { errors: requestErrors(errors) };
}

function wrapped(error: unknown): GraphQLError {
  const originalError = error instanceof Error ? error : new Error('something that is not an error was thrown');
  return new GraphQLError(originalError.message, { originalError });
}
