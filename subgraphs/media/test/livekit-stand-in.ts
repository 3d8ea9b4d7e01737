/** The part of LiveKit's server API that ends calls, so that tests see what it is asked; the real server is in tests/peers. */
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { listen } from '@huizhen/platform/http/listen';
import { TokenVerifier } from 'livekit-server-sdk';
import { z } from 'zod';
import { key } from './given.ts';

const request = z.object({ room: z.string(), identity: z.string().optional(), revokeTokenTs: z.string().optional() });

export interface Asked extends z.infer<typeof request> {
  readonly method: string;
  readonly grant: Readonly<Record<string, unknown>>;
}

export async function startLivekitStandIn() {
  const asked: Asked[] = [];
  const statuses: number[] = [];
  const waiting: (() => void)[] = [];
  const verifier = new TokenVerifier(key.name, key.secret);
  const server = createServer((incoming, response) => {
    void (async () => {
      const { video } = await verifier.verify(incoming.headers.authorization?.replace('Bearer ', '') ?? '');
      const status = statuses.shift() ?? 200;
      asked.push({
        ...request.parse(JSON.parse(await text(incoming))),
        method: incoming.url?.split('/').at(-1) ?? '',
        grant: { ...video },
      });
      const body =
        status === 200 ? {} : { code: status === 404 ? 'not_found' : 'unavailable', msg: 'told so by the test' };
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
      for (const look of waiting.splice(0)) look();
    })();
  });
  const listening = await listen(server, { host: '127.0.0.1', port: 0 });
  return {
    url: `ws://127.0.0.1:${listening.port}`,
    /** The next requests are answered with these. */
    answer: (...next: number[]) => void statuses.push(...next),
    close: () => listening.close(),
    async asks(room: string, count = 1): Promise<Asked[]> {
      for (;;) {
        const about = asked.filter((one) => one.room === room);
        if (about.length >= count) return about;
        await new Promise<void>((resolve) => waiting.push(resolve));
      }
    },
  };
}
