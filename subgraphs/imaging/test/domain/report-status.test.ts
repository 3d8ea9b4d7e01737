import { expect, test } from 'vitest';
import { statusAfter, type ReportStatus } from '../../src/domain/report-status.ts';

const table: [latest: ReportStatus | null, preliminary: boolean, next: ReportStatus | null][] = [
  [null, true, 'PRELIMINARY'],
  [null, false, 'FINAL'],
  ['PRELIMINARY', true, 'PRELIMINARY'],
  ['PRELIMINARY', false, 'FINAL'],
  ['FINAL', false, 'AMENDED'],
  ['FINAL', true, null],
  ['AMENDED', false, 'AMENDED'],
  ['AMENDED', true, null],
];

test.each(table)('after %s, preliminary %s: %s', (latest, preliminary, next) => {
  expect(statusAfter(latest, preliminary)).toBe(next);
});
