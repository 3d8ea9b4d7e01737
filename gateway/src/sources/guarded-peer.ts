/** A subgraph behind guards, wherever it runs: a deadline, a circuit breaker, answers that are checked, and errors that tell nothing. */
import type { SubgraphPeer, SubgraphRequest } from '@huizhen/platform/subgraph/subgraph-peer';
import { SubgraphFault } from '@huizhen/platform/subgraph/subgraph-fault';
import { problemResponse } from '@huizhen/platform/subgraph/problem-response';
import type { Logger } from '@huizhen/platform/telemetry/logger';
import { BrokenCircuitError } from 'cockatiel';
import type { ExecutionResult } from 'graphql';
import { AwaitedAnswer, GivenUp } from './awaited-answer.ts';
import { Circuit } from './circuit.ts';
import { NoAnswer, type Reason } from './no-answer.ts';
import type { SourceMetrics } from './source-metrics.ts';
import { hasEveryEntity, withTrustedErrors } from './trusted-answer.ts';

export interface GuardOptions {
  /** How long an answer to a query usually may take. */
  readonly deadlineMs: number;
  readonly logger: Logger;
  readonly metrics: SourceMetrics;
}

export class GuardedPeer implements SubgraphPeer {
  readonly name: string;
  private readonly peer: SubgraphPeer;
  private readonly options: GuardOptions;
  private readonly circuit: Circuit;

  constructor(peer: SubgraphPeer, options: GuardOptions) {
    this.name = peer.name;
    this.peer = peer;
    this.options = options;
    const { logger, metrics } = options;
    this.circuit = new Circuit({ subgraph: peer.name, logger, metrics, counts: isFaultOfSubgraph });
  }

  /** @throws NoAnswer */
  async execute(request: SubgraphRequest): Promise<ExecutionResult> {
    const began = performance.now();
    try {
      if (request.kind !== 'query' && !this.circuit.isClosed) await this.tryWith(probeFor(request));
      const answer = await this.tryWith(request);
      this.measure(answer.errors ? 'errors' : 'ok', began);
      return withTrustedErrors(answer, request);
    } catch (error) {
      const reason = this.reasonOf(error, request);
      this.measure(reason, began);
      throw new NoAnswer(this.name, { reason, kind: request.kind });
    }
  }

  subscribe(request: SubgraphRequest): Promise<AsyncIterable<ExecutionResult> | ExecutionResult> {
    return this.peer.subscribe(request);
  }

  /** Streams have no deadline; a subgraph that cannot be reached is a 503. */
  async route(request: Request, token: string, requestId: string): Promise<Response | null> {
    try {
      return await this.peer.route(request, token, requestId);
    } catch {
      this.options.logger.info({ subgraph: this.name, requestId }, 'a route of a subgraph gave no answer');
      return problemResponse(new SubgraphFault(this.name, 'connect'), this.options.logger, requestId);
    }
  }

  private tryWith(request: SubgraphRequest): Promise<ExecutionResult> {
    // While one question tries whether the subgraph is back, the others don't wait for it.
    if (this.circuit.isTrying) throw new BrokenCircuitError();
    return this.circuit.run(() => this.ask(request));
  }

  private async ask(request: SubgraphRequest): Promise<ExecutionResult> {
    const patienceMs = this.patienceFor(request);
    if (request.signal?.aborted) throw new NoAnswer(this.name, { reason: 'gone', kind: request.kind });
    if (patienceMs <= 0) throw this.lateness(patienceMs);
    const answer = await this.within(patienceMs, request);
    if (!hasEveryEntity(answer, request)) throw new SubgraphFault(this.name, 'shape');
    return answer;
  }

  private async within(patienceMs: number, request: SubgraphRequest): Promise<ExecutionResult> {
    try {
      return await new AwaitedAnswer(this.peer, { ...request, patienceMs }).answer;
    } catch (error) {
      if (!(error instanceof GivenUp)) throw error;
      if (error.because === 'late') throw this.lateness(patienceMs);
      throw new NoAnswer(this.name, { reason: 'gone', kind: request.kind });
    }
  }

  private patienceFor({ kind, patienceMs = Number.POSITIVE_INFINITY }: SubgraphRequest): number {
    const usual = this.options.deadlineMs;
    if (kind === 'mutation' && Number.isFinite(patienceMs)) return patienceMs;
    return Math.min(usual, patienceMs);
  }

  /** Who was asked when the operation's time was nearly over is not to blame. */
  private lateness(patienceMs: number): Error {
    const hadTime = patienceMs >= this.options.deadlineMs / 2;
    return hadTime
      ? new SubgraphFault(this.name, 'deadline')
      : new NoAnswer(this.name, { reason: 'too-late', kind: undefined });
  }

  private reasonOf(error: unknown, { requestId }: SubgraphRequest): Reason {
    if (error instanceof BrokenCircuitError) return 'resting';
    if (error instanceof NoAnswer) return error.reason;
    const { logger } = this.options;
    if (error instanceof SubgraphFault) {
      logger.warn({ subgraph: this.name, fault: error.fault, requestId }, 'a subgraph gave no answer');
      return error.fault;
    }
    const err = error instanceof Error ? { type: error.name, stack: error.stack } : {};
    logger.error({ subgraph: this.name, err, requestId }, 'a subgraph failed unexpectedly');
    return 'broken';
  }

  private measure(outcome: string, began: number): void {
    this.options.metrics.fetches.observe({ subgraph: this.name, outcome }, (performance.now() - began) / 1_000);
  }
}

/** A change is not what tries whether a subgraph is back: it may take long, and must not get lost. */
function probeFor({ token, requestId }: SubgraphRequest): SubgraphRequest {
  return { query: '{ __typename }', token, requestId, kind: 'query' };
}

/** Who gives up says nothing about the subgraph; but while it is being tried, nothing has been shown until it answers. */
function isFaultOfSubgraph(error: unknown, isTrying: boolean): boolean {
  if (error instanceof NoAnswer) return isTrying;
  return !(error instanceof SubgraphFault && error.fault === 'refused');
}
