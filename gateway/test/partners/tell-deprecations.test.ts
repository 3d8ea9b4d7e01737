/** A partner app hears of deprecated parts beside its answer. */
import { ApolloServer, HeaderMap } from '@apollo/server';
import { expect, test } from 'vitest';
import type { GatewayContext } from '../../src/federation/gateway-context.ts';
import { deprecationsMark, tellDeprecations, withDeprecations } from '../../src/partners/tell-deprecations.ts';
import { Deliveries } from '../../src/subscriptions/deliveries.ts';

const deprecations = [
  { coordinate: 'Query.a', reason: 'Use b. Sunset: 2027-03-31.', deprecated: '2026-12-01', sunset: '2027-03-31' },
];
const contextWith = (used: GatewayContext['deprecations']): GatewayContext => ({
  viewer: null,
  requestId: 'test',
  purpose: null,
  expiresAt: null,
  deprecations: used,
});

async function ask(used: GatewayContext['deprecations']) {
  const server = new ApolloServer<GatewayContext>({ typeDefs: 'type Query { a: Int }', plugins: [tellDeprecations()] });
  await server.start();
  const headers = new HeaderMap([['content-type', 'application/json']]);
  const { headers: answered, body } = await server.executeHTTPGraphQLRequest({
    httpGraphQLRequest: { method: 'POST', headers, search: '', body: { query: '{ a }' } },
    context: () => Promise.resolve(contextWith(used)),
  });
  await server.stop();
  return { headers: answered, text: body.kind === 'complete' ? body.string : '' };
}

test('over HTTP in the extensions and in headers', async () => {
  const { headers, text } = await ask(deprecations);
  expect(JSON.parse(text)).toEqual({ data: { a: null }, extensions: { deprecations } });
  expect(headers.get('deprecation')).toBe('@1796083200');
  expect(headers.get('sunset')).toBe('Wed, 31 Mar 2027 00:00:00 GMT');
});

test('nothing is added where nothing is deprecated', async () => {
  for (const used of [undefined, []]) {
    const { headers, text } = await ask(used);
    expect(JSON.parse(text)).toEqual({ data: { a: null } });
    expect([headers.has('deprecation'), headers.has('sunset')]).toEqual([false, false]);
  }
});

test('of a query over a live connection, beside what else is said there', () => {
  const answer = { data: { a: 1 }, extensions: { cost: 3 } };
  expect(withDeprecations(answer, contextWith(deprecations))).toEqual({
    data: { a: 1 },
    extensions: { cost: 3, deprecations },
  });
  expect(withDeprecations(answer, contextWith([]))).toBe(answer);
});

test('of a subscription with its first event only, which others are sent without it', async () => {
  const subscriber = (used: GatewayContext['deprecations']) =>
    new Deliveries({
      markFirst: deprecationsMark(contextWith(used)),
      onCoalesced: () => undefined,
      onEnd: () => undefined,
      onStalled: () => undefined,
    });
  const [app, person] = [subscriber(deprecations), subscriber([])];
  const events = ['{"data":{"a":1}}', '{"data":{"a":2}}'];
  for (const text of events) for (const one of [app, person]) one.push({ text, stateOf: null });
  const told = [await app.next(), await app.next()].map(({ value }) => JSON.parse(value ?? '') as unknown);
  expect(told).toEqual([{ data: { a: 1 }, extensions: { deprecations } }, { data: { a: 2 } }]);
  expect([(await person.next()).value, (await person.next()).value]).toEqual(events);
});
