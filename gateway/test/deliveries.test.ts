/** What waits for a subscriber stays bounded: newer states replace older ones, and nothing else is left out. */
import { expect, test } from 'vitest';
import { Deliveries } from '../src/subscriptions/deliveries.ts';
import { liveLimits } from '../src/subscriptions/live-limits.ts';

function subscriber() {
  const told = { coalesced: 0, ended: 0, stalled: 0 };
  const deliveries = new Deliveries({
    onCoalesced: (count) => (told.coalesced += count),
    onEnd: () => (told.ended += 1),
    onStalled: () => (told.stalled += 1),
  });
  return { deliveries, told };
}

async function read(deliveries: Deliveries): Promise<string[]> {
  const texts: string[] = [];
  for await (const text of deliveries) texts.push(text);
  return texts;
}

test('whoever keeps up is told every change of one thing', async () => {
  const { deliveries, told } = subscriber();
  for (const text of ['1', '2', '3']) deliveries.push({ text, stateOf: 'a' });
  deliveries.end();
  expect(await read(deliveries)).toEqual(['1', '2', '3']);
  expect(told).toMatchObject({ coalesced: 0, ended: 1, stalled: 0 });
});

test('whoever lags is told the newest state of each thing, in order, and everything that is no state', async () => {
  const { deliveries, told } = subscriber();
  const others = Array.from({ length: liveLimits.waitingEvents - 6 }, (_, n) => `other ${n}`);
  for (const text of others) deliveries.push({ text, stateOf: null });
  deliveries.push({ text: 'a old', stateOf: 'a' });
  deliveries.push({ text: 'a left', stateOf: null });
  deliveries.push({ text: 'b', stateOf: 'b' });
  deliveries.push({ text: 'a newer', stateOf: 'a' });
  deliveries.push({ text: 'left', stateOf: null });
  expect(told.coalesced).toBe(0);
  deliveries.push({ text: 'a newest', stateOf: 'a' });
  expect(told.coalesced).toBe(2);
  expect(deliveries.full).toBe(false);
  deliveries.end();
  expect(await read(deliveries)).toEqual([...others, 'a left', 'b', 'left', 'a newest']);
});

test('a thousand states of ten things take the room of ten', async () => {
  const { deliveries } = subscriber();
  for (let n = 0; n < 1_000; n += 1) deliveries.push({ text: `${n}`, stateOf: `${n % 10}` });
  expect(deliveries.full).toBe(false);
  deliveries.end();
  const texts = await read(deliveries);
  expect(texts.length).toBeLessThan(liveLimits.waitingEvents);
  expect(texts.slice(-10)).toEqual(Array.from({ length: 10 }, (_, n) => `${990 + n}`));
});

test('is full by count or by size, but one of any size fits', () => {
  const many = subscriber().deliveries;
  for (let n = 0; n < liveLimits.waitingEvents; n += 1) many.push({ text: 'x', stateOf: null });
  expect(many.full).toBe(true);
  const large = subscriber().deliveries;
  expect(large.full).toBe(false);
  large.push({ text: 'x'.repeat(liveLimits.waitingCharacters), stateOf: null });
  expect(large.full).toBe(true);
});

test('there is room again when half has been read', async () => {
  const { deliveries } = subscriber();
  for (let n = 0; n < liveLimits.waitingEvents; n += 1) deliveries.push({ text: 'x', stateOf: null });
  let room = false;
  void deliveries.room().then(() => (room = true));
  for (let n = 0; n < liveLimits.waitingEvents / 2 - 1; n += 1) await deliveries.next();
  expect(room).toBe(false);
  await deliveries.next();
  await Promise.resolve();
  expect(room).toBe(true);
});

test('a reader who waits is given the next at once, and is told the end', async () => {
  const { deliveries, told } = subscriber();
  const waiting = deliveries.next();
  deliveries.push({ text: 'now', stateOf: null });
  expect(await waiting).toEqual({ done: false, value: 'now' });
  const last = deliveries.next();
  await deliveries.return();
  expect(await last).toEqual({ done: true, value: undefined });
  expect(told.ended).toBe(1);
});

test('what was cut off is told nothing but why', async () => {
  const { deliveries } = subscriber();
  deliveries.push({ text: 'waits', stateOf: null });
  deliveries.cut({ text: 'your token has ended', stateOf: null });
  deliveries.push({ text: 'later', stateOf: null });
  expect(await read(deliveries)).toEqual(['your token has ended']);
});
