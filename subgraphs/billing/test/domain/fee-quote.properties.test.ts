import fc from 'fast-check';
import { expect, test } from 'vitest';
import { quoteFee } from '../../src/domain/fee-quote.ts';
import type { PaymentRules, QuotedService } from '../../src/domain/fee-quote.ts';
import { roundHalfEven } from '../../src/domain/money.ts';
import { professionalTitles, serviceKinds } from '../../src/domain/service.ts';
import { institutionLevels } from '../../src/domain/subsidy.ts';

const fen = fc.oneof(fc.nat(60), fc.nat(10_000_000));
const basisPoints = fc.oneof(fc.constantFrom(0, 5_000, 7_000, 8_000, 10_000), fc.nat(10_000));

const service: fc.Arbitrary<QuotedService> = fc.record({
  feeFen: fen,
  kind: fc.constantFrom(...serviceKinds),
  expertTitle: fc.constantFrom(...professionalTitles),
  coverage: fc.option(
    fc.record({
      active: fc.boolean(),
      deductibleLeftFen: fc.oneof(fc.constant(0), fen),
      annualLimitLeftFen: fc.option(fen),
      balanceFen: fc.option(fc.integer({ min: -1_000, max: 100_000 })),
    }),
  ),
  institutionLevel: fc.constantFrom(...institutionLevels),
});

const rules: fc.Arbitrary<PaymentRules> = fc.record({
  insurance: fc.record({
    rateBasisPoints: basisPoints,
    capPerVisitFen: fen,
    coveredKinds: fc.subarray([...serviceKinds]),
  }),
  subsidy: fc.record({ levels: fc.subarray([...institutionLevels]), rateBasisPoints: basisPoints, capFen: fen }),
});

test('the parts add up to the fee, and none is negative', () => {
  fc.assert(
    fc.property(service, rules, (visit, given) => {
      const { feeFen, insuredFen, subsidyFen, patientFen } = quoteFee(visit, given);
      expect(insuredFen + subsidyFen + patientFen).toBe(feeFen);
      expect(Math.min(insuredFen, subsidyFen, patientFen)).toBeGreaterThanOrEqual(0);
      expect([insuredFen, subsidyFen, patientFen].every(Number.isSafeInteger)).toBe(true);
    }),
  );
});

test('a higher rate never pays the insured less', () => {
  fc.assert(
    fc.property(service, rules, basisPoints, (visit, given, other) => {
      const paidAt = (rateBasisPoints: number) =>
        quoteFee(visit, { ...given, insurance: { ...given.insurance, rateBasisPoints } }).insuredFen;
      const [low = 0, high = 0] = [given.insurance.rateBasisPoints, other].toSorted((a, b) => a - b);
      expect(paidAt(low)).toBeLessThanOrEqual(paidAt(high));
    }),
  );
});

test('a higher fee never leaves the insured share smaller', () => {
  fc.assert(
    fc.property(service, rules, fen, (visit, given, more) => {
      const dearer = quoteFee({ ...visit, feeFen: visit.feeFen + more }, given);
      expect(dearer.insuredFen).toBeGreaterThanOrEqual(quoteFee(visit, given).insuredFen);
    }),
  );
});

test('rate, cap and bounds give what exact fractions give, rounded once', () => {
  fc.assert(
    fc.property(service, rules, (visit, given) => {
      expect(quoteFee(visit, given).insuredFen).toBe(Number(exactlyInsured(visit, given)));
    }),
  );
});

test('rounding: the nearest integer, and of two equally near the even one', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.bigInt({ min: 1n, max: 10n ** 8n }), (n, d) => {
      const rounded = roundHalfEven(n, d);
      const twiceOff = abs(2n * (rounded * d - n));
      expect(twiceOff <= d).toBe(true);
      if (twiceOff === d) expect(rounded % 2n).toBe(0n);
    }),
  );
  expect([5n, 15n, 25n, -5n, -15n].map((n) => roundHalfEven(n, 10n))).toEqual([0n, 2n, 2n, 0n, -2n]);
});

/** The rule written down once more, in whole fractions: numerator over 10000. */
function exactlyInsured({ feeFen, kind, coverage }: QuotedService, { insurance }: PaymentRules): bigint {
  if (coverage?.active !== true || !insurance.coveredKinds.includes(kind)) return 0n;
  const base = BigInt(Math.max(0, feeFen - coverage.deductibleLeftFen));
  const bounds = [insurance.capPerVisitFen, coverage.annualLimitLeftFen, coverage.balanceFen].filter((b) => b !== null);
  const numerators = [base * BigInt(insurance.rateBasisPoints), ...bounds.map((b) => BigInt(Math.max(0, b)) * 10_000n)];
  const least = numerators.reduce((a, b) => (a < b ? a : b));
  const [whole, rest] = [least / 10_000n, least % 10_000n];
  const up = rest > 5_000n || (rest === 5_000n && whole % 2n === 1n);
  return up ? whole + 1n : whole;
}

function abs(n: bigint): bigint {
  return n < 0n ? -n : n;
}
