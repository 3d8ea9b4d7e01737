/** Watches an operation that came over a WebSocket, in the trace that its message names. */
import { alongRequest } from '@huizhen/platform/telemetry/tracing';
import type { SubscribePayload } from 'graphql-ws';
import type { GraphQLError } from 'graphql';
import { noteErrors } from './note-operation.ts';
import { watchOperation, type Telemetry } from './watch-operation.ts';

export interface SocketArrival {
  readonly requestId: string;
  /** What the client calls itself, if it does. */
  readonly client: string | null;
  readonly payload: SubscribePayload;
}

interface Answer {
  readonly errors: readonly GraphQLError[];
}

export function watchSocket<T extends Answer>(
  telemetry: Telemetry,
  { requestId, client, payload }: SocketArrival,
  work: () => Promise<T>,
): Promise<T> {
  const watch = () =>
    watchOperation(telemetry, { transport: 'websocket', client }, async () => {
      const answer = await work();
      noteErrors(answer.errors);
      return answer;
    });
  return alongRequest(requestId, (name) => payload.extensions?.[name], watch);
}
