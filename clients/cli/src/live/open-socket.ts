/** A graphql-ws client that asks for a fresh token at every connection and notices a line that went dead. */
import { createClient, type Client } from 'graphql-ws';
import WebSocket from 'ws';

const keepAliveMs = 10_000;

/** The feed opens lost subscriptions again itself, after its cursor; so the client must not. */
export function openSocket(url: string, accessToken: () => Promise<string>): Client {
  let overdue: NodeJS.Timeout | undefined;
  const client = createClient({
    url: url.replace(/^http/, 'ws'),
    webSocketImpl: WebSocket,
    connectionParams: async () => ({ authorization: `Bearer ${await accessToken()}` }),
    retryAttempts: 0,
    keepAlive: keepAliveMs,
    onNonLazyError: () => undefined,
    on: {
      ping: (received) => {
        if (!received) overdue = setTimeout(() => client.terminate(), keepAliveMs / 2);
      },
      pong: (received) => {
        if (received) clearTimeout(overdue);
      },
      closed: () => clearTimeout(overdue),
    },
  });
  return client;
}
