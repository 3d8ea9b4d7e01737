/** Watches an operation that came over a WebSocket, in the trace that its message names. */
import type { IncomingMessage } from 'node:http';
import { alongRequest } from '@huizhen/platform/telemetry/tracing';
import type { SubscribePayload } from 'graphql-ws';
import type { ExecutionResult } from 'graphql';
import { noteErrors } from './note-operation.ts';
import { clientOf } from './watch-http.ts';
import { watchOperation, type Telemetry } from './watch-operation.ts';

export interface SocketArrival {
  readonly requestId: string;
  readonly upgrade: IncomingMessage;
  readonly payload: SubscribePayload;
}

type Answer = ExecutionResult | AsyncIterable<ExecutionResult>;

export function watchSocket<T extends Answer>(
  telemetry: Telemetry,
  { requestId, upgrade, payload }: SocketArrival,
  work: () => Promise<T>,
): Promise<T> {
  const client = clientOf((name) => upgrade.headers[name]);
  const watch = () =>
    watchOperation(telemetry, { transport: 'websocket', client }, async () => {
      const answer = await work();
      if ('errors' in answer) noteErrors(answer.errors);
      return answer;
    });
  return alongRequest(requestId, (name) => payload.extensions?.[name], watch);
}
