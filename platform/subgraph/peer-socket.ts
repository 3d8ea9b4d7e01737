/** The one WebSocket to a subgraph that all its streams share; a peer that does not answer pings is given up. */
import { createClient, type Client } from 'graphql-ws';
import WebSocket from 'ws';

const PING_EVERY_MS = 10_000;
const PONG_DEADLINE_MS = 5_000;

export function peerSocket(url: string): Client {
  let socket: unknown;
  let deadline: NodeJS.Timeout | undefined;
  return createClient({
    url,
    webSocketImpl: WebSocket,
    lazy: true,
    keepAlive: PING_EVERY_MS,
    // Whoever follows a stream knows its place in it, and asks for it anew.
    retryAttempts: 0,
    on: {
      opened: (opened) => void (socket = opened),
      ping: (received) => {
        if (received || !(socket instanceof WebSocket)) return;
        const asked = socket;
        deadline = setTimeout(() => asked.terminate(), PONG_DEADLINE_MS);
      },
      pong: (received) => {
        if (received) clearTimeout(deadline);
      },
      closed: () => clearTimeout(deadline),
    },
  });
}
