/** How often one caller may ask, counted a share at a time. */
import { RateLimiterMemory, type RateLimiterAbstract } from 'rate-limiter-flexible';
import { expect, test } from 'vitest';
import { LeasedLimit, sharesOf } from '../../src/partners/leased-limit.ts';

/** A counter that two gateways share, and that says how often it was asked. */
function counterOf(perMinute: number, duration = 60) {
  const memory = new RateLimiterMemory({ points: sharesOf(perMinute).shares, duration });
  const counter = { asked: 0, memory };
  const consume = memory.consume.bind(memory);
  const counting: RateLimiterAbstract['consume'] = (...parts) => {
    counter.asked += 1;
    return consume(...parts);
  };
  memory.consume = counting;
  return counter;
}

const limitOn = (counter: RateLimiterAbstract, perMinute: number) =>
  new LeasedLimit({ policy: 'viewer', perMinute, counter });

async function allowed(limit: LeasedLimit, times: number, key = 'somebody'): Promise<number> {
  const standings = await Promise.all(Array.from({ length: times }, () => limit.take(key)));
  return standings.filter((standing) => standing.allowed).length;
}

test('as many as the limit says come in within a minute, however many come at once', async () => {
  const { memory } = counterOf(1_200);
  expect(await allowed(limitOn(memory, 1_200), 1_500)).toBe(1_200);
});

test('a request rarely waits for the counter, and one that is refused never does', async () => {
  const counter = counterOf(1_200);
  const limit = limitOn(counter.memory, 1_200);
  await allowed(limit, 1_200);
  expect(counter.asked).toBe(60);
  await allowed(limit, 1_000);
  expect(counter.asked).toBeLessThanOrEqual(61);
});

test('two gateways share one limit, but for what each has leased', async () => {
  const { memory } = counterOf(1_200);
  const [one, other] = [limitOn(memory, 1_200), limitOn(memory, 1_200)];
  const both = (await allowed(one, 700)) + (await allowed(other, 1_000));
  expect(both).toBe(1_200);
});

test('callers do not count for each other', async () => {
  const { memory } = counterOf(5);
  const limit = limitOn(memory, 5);
  expect(await allowed(limit, 9, 'a')).toBe(5);
  expect(await allowed(limit, 9, 'b')).toBe(5);
});

test('it tells what is left and when it heals, and it does', async () => {
  const { memory } = counterOf(3, 1);
  let now = Date.now();
  const limit = new LeasedLimit({ policy: 'app', perMinute: 3, counter: memory, now: () => now });
  expect(await limit.take('x')).toMatchObject({ policy: 'app', perMinute: 3, allowed: true, remaining: 2 });
  await allowed(limit, 2, 'x');
  expect(await limit.take('x')).toMatchObject({ allowed: false, remaining: 0, resetSeconds: 1 });
  now += 1_001;
  await expect.poll(async () => (await memory.get('x')) === null, { timeout: 3_000 }).toBe(true);
  expect(await limit.take('x')).toMatchObject({ allowed: true });
});

test.each([
  [1, 1, 1],
  [59, 1, 59],
  [120, 2, 60],
  [6_000, 100, 60],
])('%i in a minute are shares of %i', (perMinute, share, shares) => {
  expect(sharesOf(perMinute)).toEqual({ share, shares });
});
