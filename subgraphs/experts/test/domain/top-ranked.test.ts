import { expect, test } from 'vitest';
import { TopRanked } from '../../src/domain/top-ranked.ts';

test.each([0, 1, 3, 7, 50])('the best %i of forty are those that sorting would put first', (size) => {
  const numbers = Array.from({ length: 40 }, (_, index) => (index * 17) % 41);
  const top = new TopRanked<number>(size, (a, b) => a - b);
  for (const number of numbers) top.offer(number);
  expect(top.bestFirst()).toEqual(numbers.toSorted((a, b) => b - a).slice(0, size));
});
