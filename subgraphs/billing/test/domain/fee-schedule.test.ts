import { expect, test } from 'vitest';
import { defaultFeeSchedules, feeFen } from '../../src/domain/fee-schedule.ts';
import type { FeeSchedule } from '../../src/domain/fee-schedule.ts';
import { professionalTitles, serviceKinds } from '../../src/domain/service.ts';

const service = { kind: 'CONSULTATION', expertTitle: 'CHIEF_PHYSICIAN', on: new Date('2026-05-04') } as const;

test('a chief physician’s consultation costs 300 yuan unless configured otherwise', () => {
  expect(feeFen(service)).toBe(30_000);
});

test('a schedule holds from its date until the next, whatever the order they are listed in', () => {
  const [first] = defaultFeeSchedules;
  if (first === undefined) throw new Error('there is no default schedule');
  const raised: FeeSchedule = {
    effectiveFrom: new Date('2026-07-01T00:00:00+08:00'),
    feesFen: { ...first.feesFen, CONSULTATION: { ...first.feesFen.CONSULTATION, CHIEF_PHYSICIAN: 35_000 } },
  };
  const on = (time: string) => feeFen({ ...service, on: new Date(time) }, [raised, first]);
  expect(on('2026-06-30T23:59:59+08:00')).toBe(30_000);
  expect(on('2026-07-01T00:00:00+08:00')).toBe(35_000);
  expect(on('2019-12-31')).toBeNull();
});

test('every service has a whole, positive fee for every title, and a higher title never costs less', () => {
  for (const kind of serviceKinds) {
    const fees = professionalTitles.map((expertTitle) => feeFen({ ...service, kind, expertTitle }) ?? 0);
    expect(fees.every((fee) => Number.isSafeInteger(fee) && fee > 0)).toBe(true);
    expect(fees).toEqual(fees.toSorted((a, b) => b - a));
  }
});
