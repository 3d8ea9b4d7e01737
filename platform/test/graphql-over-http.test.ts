/** What is sent to a subgraph elsewhere, and how often. */
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { freePort } from '@huizhen/platform/database/free-port';
import { GraphqlOverHttp } from '@huizhen/platform/subgraph/graphql-over-http';
import type { SubgraphRequest } from '@huizhen/platform/subgraph/subgraph-peer';
import { afterEach, beforeEach, expect, test } from 'vitest';

const CONNECTION_REFUSED = 'undici:client:connectError';

let refused = 0;
let onRefused: () => void = () => undefined;
const count = () => {
  refused += 1;
  onRefused();
};
const servers: Server[] = [];

beforeEach(() => {
  refused = 0;
  onRefused = () => undefined;
  subscribe(CONNECTION_REFUSED, count);
});
afterEach(() => {
  unsubscribe(CONNECTION_REFUSED, count);
  for (const server of servers.splice(0)) server.close().closeAllConnections();
});

test('a query whose connection is refused is tried once more', async () => {
  const peer = new GraphqlOverHttp('imaging', `http://127.0.0.1:${await freePort()}`);
  await expect(peer.execute(request('query'))).rejects.toMatchObject({
    code: 'UPSTREAM_UNAVAILABLE',
    fault: 'connect',
  });
  expect(refused).toBe(2);
});

test('anything else whose connection is refused is not', async () => {
  const peer = new GraphqlOverHttp('imaging', `http://127.0.0.1:${await freePort()}`);
  for (const kind of ['mutation', undefined] as const) {
    refused = 0;
    await expect(peer.execute(request(kind))).rejects.toMatchObject({ fault: 'connect' });
    expect(refused).toBe(1);
  }
});

test('a subgraph that comes up in between answers the second attempt', async () => {
  const port = await freePort();
  const asked: string[] = [];
  onRefused = () => void serve(port, (body) => asked.push(body));
  const peer = new GraphqlOverHttp('imaging', `http://127.0.0.1:${port}`);
  expect(await peer.execute(request('query'))).toEqual({ data: { me: null } });
  expect(refused).toBe(1);
  expect(asked).toHaveLength(1);
});

test('a query is not sent again once anything of it has been sent', async () => {
  const asked: string[] = [];
  const port = await freePort();
  await serve(port, (body) => {
    asked.push(body);
    return 'reset';
  });
  const peer = new GraphqlOverHttp('imaging', `http://127.0.0.1:${port}`);
  await expect(peer.execute(request('query'))).rejects.toMatchObject({ fault: 'lost' });
  expect(asked).toHaveLength(1);
});

test('whoever gives up is not connected for again', async () => {
  const leaving = new AbortController();
  onRefused = () => leaving.abort();
  const peer = new GraphqlOverHttp('imaging', `http://127.0.0.1:${await freePort()}`);
  await expect(peer.execute({ ...request('query'), signal: leaving.signal })).rejects.toThrow('imaging');
  expect(refused).toBe(1);
});

function request(kind: SubgraphRequest['kind']): SubgraphRequest {
  return { query: '{ me { roles } }', token: 'token', requestId: 'a-test', kind, patienceMs: 1_500 };
}

async function serve(port: number, hear: (body: string) => unknown): Promise<void> {
  const server = createServer((incoming, response) => {
    incoming.setEncoding('utf8').once('data', (body: string) => {
      if (hear(body) === 'reset') incoming.socket.resetAndDestroy();
      else response.writeHead(200, { 'content-type': 'application/json' }).end('{"data":{"me":null}}');
    });
  });
  servers.push(server);
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
}
