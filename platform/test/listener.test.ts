/** What a server owes to those whose connection it keeps alive. */
import { createServer } from 'node:http';
import { Pool } from 'undici';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listener } from '../http/listener.ts';
import { listen, type Listening } from '../http/listen.ts';

const LARGE = new Uint8Array(4 * 1024 * 1024);
/** As long as a server that cuts such a connection lets it live. */
const CUT_AFTER_MS = 500;

let server: Listening;
let pool: Pool;
beforeAll(async () => {
  const startedReading = async (request: Request): Promise<Response> => {
    await request.body?.getReader().read();
    return new Response('read no further');
  };
  server = await listen(createServer(listener(startedReading)), { host: '127.0.0.1', port: 0 });
  pool = new Pool(`http://127.0.0.1:${server.port}`, { connections: 1 });
});
afterAll(async () => {
  await pool.close();
  await server.close();
});

test('who was answered before all of their body was read can go on on the same connection', async () => {
  const deadline = performance.now() + 4 * CUT_AFTER_MS;
  let connections = 0;
  pool.on('connect', () => void (connections += 1));
  while (performance.now() < deadline) {
    expect(await ask('POST', LARGE)).toBe('read no further');
    expect(await ask('GET')).toBe('read no further');
  }
  expect(connections).toBe(1);
});

async function ask(method: 'GET' | 'POST', body?: Uint8Array): Promise<string> {
  const answer = await pool.request({ method, path: '/', ...(body && { body }) });
  return answer.body.text();
}
