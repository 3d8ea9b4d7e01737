/** A Fetch handler as listener of a Node server, whose connections live on when a request was answered before all of it was read. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { getRequestListener } from '@hono/node-server';

type Handler = Parameters<typeof getRequestListener>[0];

export function listener(handler: Handler): (request: IncomingMessage, response: ServerResponse) => void {
  const answer = getRequestListener(handler);
  return (request, response) => {
    response.once('finish', () => letGo(request));
    void answer(request, response);
  };
}

/**
 * What nobody will read flows away. A web stream that was left in the middle holds the rest back for ever, and the server would
 * then cut a connection on which its client may have sent the next request already.
 */
function letGo(request: IncomingMessage): void {
  if (!request.readableEnded) request.removeAllListeners('data').resume();
}
