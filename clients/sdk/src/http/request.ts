/** One GraphQL request over HTTP and what was answered. */
import { errorOf } from '../errors/error-of.ts';
import type { HuizhenError } from '../errors/huizhen-error.ts';
import { NetworkProblem, unreachable } from '../errors/network-problem.ts';
import { parsed, records } from '../json.ts';
import type { Machine } from '../machine.ts';
import type { ServerClock } from '../server-clock.ts';
import type { Payload } from './payload.ts';

export interface Wire {
  readonly url: string;
  readonly fetch: typeof fetch;
  /** How this program is called in the platform's logs and metrics. */
  readonly clientName: string | undefined;
  readonly machine: Machine;
  readonly clock: ServerClock;
}

export interface RequestOptions {
  readonly token?: string | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Why a record is looked at; the platform notes it in the access log. */
  readonly purpose?: string | undefined;
}

export interface Reply {
  readonly data: unknown;
  readonly problems: readonly HuizhenError[];
}

/** @throws NetworkProblem */
export async function request(wire: Wire, payload: Payload, options: RequestOptions = {}): Promise<Reply> {
  const { signal } = options;
  const headers = headersOf(wire, options);
  for (const text of [wire.clientName, options.purpose]) assertSendable(text);
  const init = { method: 'POST', headers, body: JSON.stringify(payload), ...(signal && { signal }) };
  const sentAt = wire.machine.now();
  let response: Response;
  let text: string;
  try {
    response = await wire.fetch(wire.url, init);
    wire.clock.learn(response.headers.get('date'), sentAt);
    text = await response.text();
  } catch (error) {
    if (signal?.aborted) throw error;
    throw unreachable(wire.url, error);
  }
  return replyIn(text, response);
}

function replyIn(text: string, response: Response): Reply {
  const answer = parsed(text);
  if (answer === undefined || !('data' in answer || 'errors' in answer))
    throw new NetworkProblem(`Something between answered HTTP ${response.status} in the platform's place. Try again.`);
  const requestId = response.headers.get('x-request-id');
  return { data: answer['data'], problems: records(answer['errors']).map((told) => errorOf(told, requestId)) };
}

function headersOf({ clientName }: Wire, { token, purpose }: RequestOptions): Record<string, string> {
  return {
    'content-type': 'application/json',
    accept: 'application/graphql-response+json, application/json',
    ...(clientName !== undefined && { 'x-client-name': clientName }),
    ...(token !== undefined && { authorization: `Bearer ${token}` }),
    ...(purpose !== undefined && { 'x-purpose': purpose }),
  };
}

/** Else it would look as if the network had failed. */
function assertSendable(text = ''): void {
  if (!/^[ -~]*$/.test(text)) throw new TypeError(`Headers take ASCII only: send "${text}" as a code, or in English.`);
}
