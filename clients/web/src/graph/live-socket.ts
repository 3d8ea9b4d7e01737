/** The one WebSocket of the page: opened when something is watched, dropped when its token is renewed or nobody answers on it. */
import { type Client, createClient } from 'graphql-ws';
import type { Connection } from './connection.ts';
import type { SessionKeeper } from './session-keeper.ts';

const pingEveryMs = 10_000;
const answerWithinMs = 5_000;
// The last subscription has ended, and with it the need of a socket.
const closedByUs = 1000;

export function liveSocket(path: string, keeper: SessionKeeper, connection: Connection): Client {
  const url = new URL(path, location.href);
  url.protocol = url.protocol.replace('http', 'ws');
  let unanswered: ReturnType<typeof setTimeout> | undefined;
  const client = createClient({
    url: url.href,
    connectionParams: () => keeper.credentials(),
    // Each subscription resumes by its own cursor (watch.ts), so that the socket's own retries would only repeat.
    retryAttempts: 0,
    keepAlive: pingEveryMs,
    on: {
      connected: () => connection.isLive(),
      ping: (received) => {
        if (!received) unanswered = setTimeout(() => client.terminate(), answerWithinMs);
      },
      pong: () => clearTimeout(unanswered),
      closed: (event) => {
        clearTimeout(unanswered);
        if (event instanceof CloseEvent && event.code === closedByUs) connection.isIdle();
      },
    },
  });
  let token = keeper.session?.accessToken;
  keeper.subscribe(() => {
    if (keeper.session?.accessToken === token) return;
    token = keeper.session?.accessToken;
    connection.willBeBack();
    client.terminate();
  });
  globalThis.addEventListener('offline', () => client.terminate());
  return client;
}
