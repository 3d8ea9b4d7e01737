/** A stream lives longer than the token it was asked with: what it asks other subgraphs for its viewer needs one that holds. */
import { GraphQLInt, GraphQLNonNull, GraphQLObjectType, GraphQLSchema, type ExecutionResult } from 'graphql';
import { expect, test } from 'vitest';
import { z } from 'zod';
import type { Context } from '../subgraph/context.ts';
import { defineSubgraph } from '../subgraph/define-subgraph.ts';
import { RunningSubgraph } from '../subgraph/running-subgraph.ts';
import type { SubgraphServices } from '../subgraph/subgraph-services.ts';
import { HostMetrics } from '../telemetry/host-metrics.ts';
import { createLogger } from '../telemetry/logger.ts';
import { systemClock, uuidV7Ids } from '../time/clock.ts';
import { doctor, internalTokens, StandingClock } from './access-given.ts';

const answer = z.object({ half: z.number() });
const int = { type: new GraphQLNonNull(GraphQLInt) };

/** Tells a number each time it is let on, and asks the other subgraph about it on behalf of whoever listens. */
function ticking(next: () => Promise<void>) {
  const half = async (tick: number, _args: unknown, context: Context<object>) =>
    (await context.ask({ subgraph: 'other', document: '{ half }', answer })).half + tick;
  async function* ticks() {
    for (let tick = 1; ; tick += 1) {
      yield tick;
      await next();
    }
  }
  return new GraphQLSchema({
    query: new GraphQLObjectType({ name: 'Query', fields: { half: { ...int, resolve: () => 0 } } }),
    subscription: new GraphQLObjectType({
      name: 'Subscription',
      fields: { ticked: { ...int, subscribe: ticks, resolve: half } },
    }),
  });
}

function running(schema: GraphQLSchema, clock: StandingClock, other: () => RunningSubgraph | null): RunningSubgraph {
  // Of a subgraph's ground only what this needs: nothing here reads a database.
  const services = {
    name: 'billing',
    tokens: internalTokens('billing', clock),
    accessTokens: null,
    clock: systemClock,
    ids: uuidV7Ids,
    logger: createLogger({ name: 'test', level: 'silent' }),
    metrics: new HostMetrics(),
    peer: other,
  } as unknown as SubgraphServices;
  const definition = defineSubgraph({
    name: 'billing',
    settings: {},
    resolvers: [Object],
    references: {},
    entities: [],
    migrations: [],
    store: () => ({}),
  });
  return new RunningSubgraph(definition, { sdl: '', schema }, services, {});
}

test('an event that comes after the token has ended is not half answered, but asked for anew', async () => {
  const clock = new StandingClock();
  const schema = ticking(() => Promise.resolve(clock.pass(61)));
  const other = running(schema, clock, () => null);
  const subgraph = running(schema, clock, () => other);
  const gateway = internalTokens('gateway', clock);
  const follow = async (): Promise<ExecutionResult[]> => {
    const token = await gateway.mint({ viewer: doctor, purpose: null });
    const stream = await subgraph.subscribe({ query: 'subscription { ticked }', token, requestId: 'test' });
    if (!(Symbol.asyncIterator in stream)) return [stream];
    const results: ExecutionResult[] = [];
    for await (const result of stream) results.push(result);
    return results;
  };
  const [first, second, ...others] = await follow();
  expect(first).toEqual({ data: { ticked: 1 } });
  expect(second).toMatchObject({ errors: [{ extensions: { code: 'UPSTREAM_UNAVAILABLE' } }] });
  expect(second).not.toHaveProperty('data');
  expect(others).toEqual([]);
  expect((await follow())[0]).toEqual({ data: { ticked: 1 } });
});
