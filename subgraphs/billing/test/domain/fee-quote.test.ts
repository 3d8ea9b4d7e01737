import { describe, expect, test } from 'vitest';
import { defaultPaymentRules, quoteFee } from '../../src/domain/fee-quote.ts';
import type { QuotedService } from '../../src/domain/fee-quote.ts';
import type { Coverage } from '../../src/domain/insurance.ts';

const insured: Coverage = { active: true, deductibleLeftFen: 0, annualLimitLeftFen: null, balanceFen: null };
const visit: QuotedService = {
  feeFen: 30_000,
  kind: 'CONSULTATION',
  expertTitle: 'CHIEF_PHYSICIAN',
  coverage: insured,
  institutionLevel: 'COUNTY_HOSPITAL',
};

describe('what the insurance pays', () => {
  test.each([
    ['70% of the fee', { feeFen: 10_000 }, 7_000],
    ['no more than 200 yuan a visit', { feeFen: 30_000 }, 20_000],
    ['nothing without insurance', { coverage: null }, 0],
    ['nothing when the insurance is inactive', { coverage: { ...insured, active: false } }, 0],
    ['nothing for what is not a remote consultation', { kind: 'DIAGNOSIS' as const }, 0],
    [
      '70% of what exceeds the deductible',
      { feeFen: 15_000, coverage: { ...insured, deductibleLeftFen: 5_000 } },
      7_000,
    ],
    ['nothing below the deductible', { feeFen: 4_000, coverage: { ...insured, deductibleLeftFen: 5_000 } }, 0],
    ['no more than the year still allows', { coverage: { ...insured, annualLimitLeftFen: 1_234 } }, 1_234],
    ['no more than the balance', { coverage: { ...insured, balanceFen: 99 } }, 99],
    ['nothing from an overdrawn balance', { coverage: { ...insured, balanceFen: -500 } }, 0],
    ['halves to the even fen, down', { feeFen: 15 }, 10],
    ['halves to the even fen, up', { feeFen: 5 }, 4],
  ])('%s', (_rule, changes, expected) => {
    expect(quoteFee({ ...visit, ...changes }).insuredFen).toBe(expected);
  });

  test('the rate and the cap are settings: 80% capped at 150 yuan', () => {
    const insurance = { ...defaultPaymentRules.insurance, rateBasisPoints: 8_000, capPerVisitFen: 15_000 };
    expect(quoteFee({ ...visit, feeFen: 10_000 }, { ...defaultPaymentRules, insurance }).insuredFen).toBe(8_000);
    expect(quoteFee(visit, { ...defaultPaymentRules, insurance }).insuredFen).toBe(15_000);
  });
});

describe('what the government adds', () => {
  test.each([
    ['a tenth of the rest for a township clinic', { institutionLevel: 'TOWNSHIP_CLINIC' as const }, 1_000],
    [
      'a tenth of the rest for a village clinic',
      { institutionLevel: 'VILLAGE_CLINIC' as const, coverage: null },
      3_000,
    ],
    ['no more than its cap', { institutionLevel: 'VILLAGE_CLINIC' as const, coverage: null, feeFen: 60_000 }, 5_000],
    ['nothing for a county hospital', { institutionLevel: 'COUNTY_HOSPITAL' as const }, 0],
  ])('%s', (_rule, changes, expected) => {
    expect(quoteFee({ ...visit, ...changes }).subsidyFen).toBe(expected);
  });
});

test('two halves that both round up still do not exceed the fee', () => {
  const insurance = { ...defaultPaymentRules.insurance, rateBasisPoints: 5_000 };
  const subsidy = { ...defaultPaymentRules.subsidy, rateBasisPoints: 10_000 };
  const quote = quoteFee({ ...visit, feeFen: 3, institutionLevel: 'VILLAGE_CLINIC' }, { insurance, subsidy });
  expect(quote).toMatchObject({ insuredFen: 2, subsidyFen: 1, patientFen: 0 });
});

test('every step is explained with its figures', () => {
  expect(quoteFee({ ...visit, institutionLevel: 'TOWNSHIP_CLINIC' }).because).toEqual([
    '诊查费 300.00 元（远程会诊，主任医师）',
    '医保报销 70% 即 210.00 元，单次封顶 200.00 元 → 200.00 元',
    '基层财政补贴：个人部分的 10%，封顶 50.00 元 → 10.00 元',
    '个人支付 90.00 元',
  ]);
  const strained = { ...insured, deductibleLeftFen: 5_000, annualLimitLeftFen: 8_000 };
  const { reasons } = quoteFee({ ...visit, coverage: strained });
  expect(reasons.map(({ code, amountFen }) => [code, amountFen])).toEqual([
    ['FEE', 30_000],
    ['DEDUCTIBLE', 5_000],
    ['INSURANCE_RATE', 17_500],
    ['ANNUAL_LIMIT', 8_000],
    ['PATIENT_PART', 22_000],
  ]);
  expect(quoteFee({ ...visit, coverage: strained }).because.slice(1, 4)).toEqual([
    '起付线尚余 50.00 元，个人先付 50.00 元，报销基数 250.00 元',
    '医保报销 70% 即 175.00 元，单次封顶 200.00 元 → 175.00 元',
    '本年度报销限额余 80.00 元，医保支付 80.00 元',
  ]);
});
