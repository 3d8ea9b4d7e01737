/** Opens a server's port with a clear word when that fails, and closes it without waiting for idle connections. */
import type { Server } from 'node:http';

export interface Listening {
  readonly port: number;
  close(): Promise<void>;
}

export class PortUnavailable extends Error {
  constructor(host: string, port: number, reason: string) {
    super(
      `Port ${port} on ${host} cannot be opened (${reason}). Stop the program that uses it, or choose another with PORT=…`,
    );
    this.name = 'PortUnavailable';
  }
}

const DRAIN_MS = 5_000;
/** A study on a slow line takes its time; headers must still come at once (Node's own limit). */
const REQUEST_MS = 3_600_000;

export function listen(server: Server, options: { host: string; port: number }): Promise<Listening> {
  return new Promise((resolve, reject) => {
    server.requestTimeout = REQUEST_MS;
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(new PortUnavailable(options.host, options.port, error.code ?? error.message));
    });
    server.listen(options.port, options.host, () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : options.port;
      resolve({ port, close: () => close(server) });
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const force = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
    server.close(() => {
      clearTimeout(force);
      resolve();
    });
    server.closeIdleConnections();
  });
}
