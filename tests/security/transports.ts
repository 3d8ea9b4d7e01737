/** The ways in which one operation can be asked of the endpoint, each as a question and its whole answer. */
import { post, type Answer } from '../harness/actor.ts';
import { RawSocket } from '../harness/raw-socket.ts';

export interface Question {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>> | undefined;
  readonly operationName?: string | undefined;
  readonly extensions?: Readonly<Record<string, unknown>> | undefined;
}

export interface Transport {
  ask(question: Question): Promise<Answer>;
  close(): void;
}

/** Opens it for the bearer of an access token, or for nobody. */
export type OpenTransport = (url: string, token: string | null) => Promise<Transport>;

export const transports: Readonly<Record<'HTTP' | 'WebSocket' | 'SSE', OpenTransport>> = {
  HTTP: (url, token) =>
    Promise.resolve({ ask: (question) => post(url, question, bearer(token)), close: () => undefined }),
  SSE: (url, token) =>
    Promise.resolve({ ask: (question) => askForEvents(url, question, bearer(token)), close: () => undefined }),
  async WebSocket(url, token) {
    const socket = await RawSocket.open(url);
    await socket.init(token);
    let asked = 0;
    return {
      ask: (question) => askOver(socket, `question ${(asked += 1)}`, question),
      close: () => socket.end(),
    };
  },
};

export function bearer(token: string | null): Record<string, string> {
  return token === null ? {} : { authorization: `Bearer ${token}` };
}

/** One operation over a socket, as a whole answer. */
export async function askOver(socket: RawSocket, id: string, payload: Question): Promise<Answer> {
  socket.send({ id, type: 'subscribe', payload });
  const message = await socket.until((one) => one['id'] === id && one['type'] !== 'complete');
  const { payload: result, type } = message;
  return type === 'error' ? { errors: result as NonNullable<Answer['errors']> } : (result as Answer);
}

/** The first result of a stream of events; what is refused before there is a stream answers in JSON. */
async function askForEvents(url: string, question: Question, headers: Record<string, string>): Promise<Answer> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream', ...headers },
    body: JSON.stringify(question),
  });
  if (response.headers.get('content-type')?.includes('json')) return (await response.json()) as Answer;
  let text = '';
  const decoder = new TextDecoder();
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    const data = text.match(/event: next\ndata: (.*)\n\n/)?.[1];
    if (data !== undefined) return JSON.parse(data) as Answer;
  }
  throw new Error(`The stream ended without a result: ${text}`);
}
