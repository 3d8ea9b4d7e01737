/** A feed whose line is cut again and again still has every event once and in order; the platform's log is a real server. */
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { GraphQLError, GraphQLInt, GraphQLObjectType, GraphQLSchema, GraphQLString } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { WebSocketServer } from 'ws';
import { z } from 'zod';
import { LiveFeed, type FeedSource } from '../src/live/live-feed.ts';
import { openSocket } from '../src/live/open-socket.ts';

interface Tick {
  readonly cursor: string;
  readonly n: number;
}

const answer = z.object({ ticks: z.object({ cursor: z.string(), n: z.number() }) });
const source: FeedSource<Tick> = {
  name: 'ticks',
  document: 'subscription Ticks($after: String) { ticks(after: $after) { cursor n } }',
  variables: {},
  parse: (data) => answer.parse(data).ticks,
  keyOf: ({ cursor }) => cursor,
};

let server: Server;
let sockets: WebSocketServer;
let tokens: unknown[];
/** What the server sends after a cursor. */
let eventsAfter: (after: number) => Iterable<number>;

beforeEach(async () => {
  tokens = [];
  server = createServer();
  sockets = new WebSocketServer({ server, path: '/graphql' });
  useServer(
    { schema: ticking(), onConnect: ({ connectionParams }) => void tokens.push(connectionParams?.['authorization']) },
    sockets,
  );
  await once(server.listen(0, '127.0.0.1'), 'listening');
});

afterEach(() => {
  for (const socket of sockets.clients) socket.terminate();
  server.close();
});

test('what is sent while the line is down comes after it, once', async () => {
  // Each connection gives two events and is cut, as a bad network would.
  eventsAfter = function* (after) {
    yield after + 1;
    yield after + 2;
    for (const socket of sockets.clients) socket.terminate();
  };
  const { feed, seen } = openFeed();
  await feed.take(({ n }) => n === 6, 10_000);
  feed.close();
  expect(seen.slice(0, 6)).toEqual([1, 2, 3, 4, 5, 6]);
  expect(feed.duplicates).toBe(0);
  expect(feed.reopened).toBeGreaterThanOrEqual(2);
  expect(new Set(tokens).size).toBe(tokens.length);
});

test('an event that comes twice is noticed and not handed out again', async () => {
  eventsAfter = () => [1, 2, 2, 3];
  const { feed } = openFeed();
  await feed.take(({ n }) => n === 3, 5_000);
  feed.close();
  expect(feed.duplicates).toBe(1);
});

test('a run that resumes is sent again what no step has used', async () => {
  eventsAfter = (after) => [1, 2, 3, 4].filter((n) => n > after);
  const first = openFeed();
  await first.feed.take(({ n }) => n === 2, 5_000);
  first.feed.close();
  const second = openFeed(first.feed.taken);
  await second.feed.take(({ n }) => n === 4, 5_000);
  second.feed.close();
  expect(second.seen).toEqual([3, 4]);
});

test('a refusal ends the wait with the words of the platform', async () => {
  eventsAfter = () => {
    throw new GraphQLError('Read the list again.', { extensions: { code: 'CURSOR_EXPIRED' } });
  };
  const { feed } = openFeed('7');
  await expect(feed.take(() => true, 5_000)).rejects.toThrow('CURSOR_EXPIRED: Read the list again.');
});

function openFeed(after?: string) {
  const seen: number[] = [];
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server does not listen.');
  let connections = 0;
  const client = openSocket(`http://127.0.0.1:${address.port}/graphql`, () =>
    Promise.resolve(`token ${(connections += 1)}`),
  );
  const onEvent = ({ n }: Tick) => void seen.push(n);
  const feed = new LiveFeed(source, {
    client,
    after,
    nowMs: () => performance.now(),
    patienceMs: 5_000,
    onEvent,
    onNotice: () => undefined,
  });
  return { feed, seen };
}

function ticking(): GraphQLSchema {
  const tick = new GraphQLObjectType({
    name: 'Tick',
    fields: { cursor: { type: GraphQLString }, n: { type: GraphQLInt } },
  });
  const ticks = {
    type: tick,
    args: { after: { type: GraphQLString } },
    async *subscribe(_: unknown, { after }: { after?: string | null }) {
      for (const n of eventsAfter(Number(after ?? 0))) yield await Promise.resolve({ ticks: { cursor: String(n), n } });
      await new Promise(() => undefined);
    },
  };
  return new GraphQLSchema({
    query: new GraphQLObjectType({ name: 'Query', fields: { now: { type: GraphQLInt } } }),
    subscription: new GraphQLObjectType({ name: 'Subscription', fields: { ticks } }),
  });
}
