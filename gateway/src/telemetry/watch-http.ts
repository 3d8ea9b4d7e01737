/** Watches an operation that came by HTTP; what is refused before it becomes an operation is known by its status. */
import { wantsEvents } from '../subscriptions/serve-event-streams.ts';
import { watchOperation, type Telemetry } from './watch-operation.ts';

export function watchHttp(telemetry: Telemetry, request: Request, work: () => Promise<Response>): Promise<Response> {
  const transport = wantsEvents(request) ? 'sse' : 'http';
  const arrival = { transport, client: clientOf((name) => request.headers.get(name)) } as const;
  return watchOperation(telemetry, arrival, async (failed) => {
    const response = await work();
    if (!response.ok) failed(codeOf(response.status));
    return response;
  });
}

/** What a program calls itself, by either of the usual headers. */
export function clientOf(header: (name: string) => unknown): string | null {
  const name = header('apollographql-client-name') ?? header('x-client-name');
  return typeof name === 'string' && name !== '' ? name : null;
}

function codeOf(status: number): string {
  if (status === 401) return 'UNAUTHENTICATED';
  return status < 500 ? 'BAD_USER_INPUT' : 'INTERNAL';
}
