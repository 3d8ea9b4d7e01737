/** Results as a laboratory prints them. */
import { describe, expect, test } from 'vitest';
import { markOf, rangeInWords } from '../src/shared/record/mark-of.ts';
import { referenceRange } from '../src/shared/record/reference-ranges.ts';
import { type Observation, resultsIn } from '../src/shared/record/results.ts';
import { unitInWords } from '../src/shared/record/unit-in-words.ts';

const woman = { gender: 'FEMALE', age: 68 } as const;

function observation(more: Partial<Observation>): Observation {
  return {
    id: crypto.randomUUID(),
    code: { system: 'http://loinc.org', code: '14771-0', display: '空腹血糖' },
    effectiveAt: '2026-11-01T01:00:00Z',
    value: 5,
    unit: 'mmol/L',
    text: null,
    status: 'final',
    components: [],
    ...more,
  };
}

describe('a mark', () => {
  test.each([
    [5, ''],
    [3.9, ''],
    [6.1, ''],
    [3.8, '↓'],
    [7.2, '↑'],
    [2.7, '↓↓'],
    [17, '↑↑'],
  ])('glucose %s is marked "%s"', (value, mark) => {
    expect(markOf(value, referenceRange('14771-0', 'mmol/L', woman))).toBe(mark);
  });

  test('is not made without a range: for a child, in another unit, for an unknown sex where it matters, for an unknown code', () => {
    expect(referenceRange('14771-0', 'mmol/L', { ...woman, age: 9 })).toBeNull();
    expect(referenceRange('14771-0', 'mg/dL', woman)).toBeNull();
    expect(referenceRange('718-7', 'g/L', { ...woman, gender: 'UNKNOWN' })).toBeNull();
    expect(referenceRange('0-0', 'g/L', woman)).toBeNull();
  });

  test('looks at the range of the patient’s own sex', () => {
    expect(markOf(120, referenceRange('718-7', 'g/L', woman))).toBe('');
    expect(markOf(120, referenceRange('718-7', 'g/L', { gender: 'MALE', age: 68 }))).toBe('↓');
  });
});

describe('a sheet', () => {
  test('has one line for each code, with the newest value and the course oldest first', () => {
    const results = resultsIn(
      [
        observation({ value: 7.2, effectiveAt: '2026-11-01T01:00:00Z' }),
        observation({ value: 9.4, effectiveAt: '2026-08-01T01:00:00Z' }),
        observation({ value: 11.8, effectiveAt: '2026-05-01T01:00:00Z' }),
      ],
      woman,
    );
    expect(results).toHaveLength(1);
    expect(results[0]).toMatchObject({ name: '空腹血糖', value: 7.2, mark: '↑' });
    expect(results[0]?.points.map(({ value }) => value)).toEqual([11.8, 9.4, 7.2]);
  });

  test('takes a panel apart, and what is abnormal comes first', () => {
    const part = (code: string, display: string, value: number) => ({
      code: { system: null, code, display },
      value,
      unit: 'mmHg',
      text: null,
    });
    const pressure = observation({
      code: { system: null, code: '85354-9', display: '血压' },
      value: null,
      unit: null,
      components: [part('8462-4', '舒张压', 80), part('8480-6', '收缩压', 168)],
    });
    expect(resultsIn([pressure], woman).map(({ name, mark }) => [name, mark])).toEqual([
      ['收缩压', '↑'],
      ['舒张压', ''],
    ]);
  });

  test('leaves out what was taken back, and does not draw different units in one line', () => {
    const results = resultsIn(
      [
        observation({ value: 99, status: 'entered-in-error', effectiveAt: '2026-11-02T01:00:00Z' }),
        observation({ value: 5 }),
        observation({ value: 100, unit: 'mg/dL', effectiveAt: '2026-08-01T01:00:00Z' }),
      ],
      woman,
    );
    expect(results[0]?.value).toBe(5);
    expect(results[0]?.points).toHaveLength(1);
  });
});

test('ranges and units are written as laboratories print them', () => {
  expect(rangeInWords({ low: 3.9, high: 6.1 })).toBe('3.9–6.1');
  expect(rangeInWords({ high: 3.4 })).toBe('≤3.4');
  expect(rangeInWords({ low: 95 })).toBe('≥95');
  expect(['umol/L', 'Cel', 'm[IU]/L', '10*9/L', 'U/L'].map(unitInWords)).toEqual([
    'µmol/L',
    '℃',
    'mIU/L',
    '×10⁹/L',
    'U/L',
  ]);
});
