/** Operations for one subgraph over kept-alive HTTP. */
import { setTimeout as pause } from 'node:timers/promises';
import type { ExecutionResult } from 'graphql';
import { Pool } from 'undici';
import { traceHeaders } from '../telemetry/tracing.ts';
import { connectionFault } from './connection-fault.ts';
import { graphqlAnswerOf } from './graphql-answer.ts';
import { SubgraphFault } from './subgraph-fault.ts';
import type { SubgraphRequest } from './subgraph-peer.ts';

/** Twice this, and the pause between, fit into the time that a subgraph usually has. */
const CONNECT_DEADLINE_MS = 500;
const SECOND_ATTEMPT_AFTER_MS = 100;
/** For whoever names no time. */
const DEADLINE_MS = 5_000;
const CONNECTIONS = 32;
const ANSWER_CAP_BYTES = 8 * 1024 * 1024;

export class GraphqlOverHttp {
  private readonly service: string;
  private readonly pool: Pool;

  constructor(service: string, url: string) {
    this.service = service;
    const connect = { timeout: CONNECT_DEADLINE_MS };
    this.pool = new Pool(url, { connections: CONNECTIONS, connect, maxResponseSize: ANSWER_CAP_BYTES });
  }

  /** @throws SubgraphFault */
  async execute(request: SubgraphRequest): Promise<ExecutionResult> {
    try {
      return await this.send(request);
    } catch (error) {
      if (!mayBeSentAgain(request, error)) throw error;
      await pause(SECOND_ATTEMPT_AFTER_MS);
      return this.send(request);
    }
  }

  close(): Promise<void> {
    return this.pool.close();
  }

  private async send(request: SubgraphRequest): Promise<ExecutionResult> {
    const { query, variables, operationName, token, requestId } = request;
    try {
      const answer = await this.pool.request({
        method: 'POST',
        path: '/graphql',
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${token}`,
          'x-request-id': requestId,
          ...traceHeaders(),
        },
        body: JSON.stringify({ query, variables, operationName }),
        signal: endOf(request),
      });
      return await graphqlAnswerOf(this.service, answer);
    } catch (error) {
      throw error instanceof SubgraphFault ? error : new SubgraphFault(this.service, connectionFault(error));
    }
  }
}

function endOf({ signal, patienceMs }: SubgraphRequest): AbortSignal | null {
  if (patienceMs !== undefined) return signal ?? null;
  const deadline = AbortSignal.timeout(DEADLINE_MS);
  return signal ? AbortSignal.any([signal, deadline]) : deadline;
}

/** Only what has no effect, and only if it is certain that nothing of it was sent. */
function mayBeSentAgain({ kind, signal }: SubgraphRequest, error: unknown): boolean {
  return kind === 'query' && !signal?.aborted && error instanceof SubgraphFault && error.fault === 'connect';
}
