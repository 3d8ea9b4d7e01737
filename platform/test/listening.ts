/** Starts an HTTP server on a free port of the loopback. */
import { once } from 'node:events';
import type { Server } from 'node:http';

/** The server's address. */
export async function listening(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server listens on no port.');
  return `http://127.0.0.1:${address.port}`;
}
