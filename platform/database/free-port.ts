/**
 * A loopback port nobody listens on at the moment; whoever binds it must still be ready to lose the race for it. It lies below
 * the ports that systems give to outgoing connections (32768 and up): one of those could take it before it is bound, and a
 * client that tries to reach a server which has just died could even connect to itself and keep the server from coming back.
 */
import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

const lowest = 10_240;
const beyondHighest = 32_768;
const tries = 100;

export async function freePort(): Promise<number> {
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    const port = randomInt(lowest, beyondHighest);
    if (await isFree(port)) return port;
  }
  throw new Error(`Of ${tries} loopback ports tried between ${lowest} and ${beyondHighest} none was free.`);
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen({ host: '127.0.0.1', port }, () => {
      probe.close(() => resolve(true));
    });
  });
}
