/** A loopback port nobody listens on at the moment; whoever binds it must still be ready to lose the race for it. */
import { createServer } from 'node:net';

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen({ host: '127.0.0.1', port: 0 }, () => {
      const address = probe.address();
      probe.close(() => {
        if (address === null || typeof address === 'string') reject(new Error('The system gave no loopback port.'));
        else resolve(address.port);
      });
    });
  });
}
