import { describe, expect, test } from 'vitest';
import { Invoice } from '../../src/domain/invoice.ts';
import { invoiceActionsIn } from '../../src/domain/invoice-status.ts';

const now = new Date('2026-05-04T04:00:00Z');
const quote = {
  feeFen: 30_000,
  insuredFen: 20_000,
  subsidyFen: 1_000,
  patientFen: 9_000,
  deductibleFen: 0,
  reasons: [],
  because: ['诊查费 300.00 元'],
};
const drafted = () =>
  Invoice.draft({
    id: 'i',
    consultationId: 'c',
    patientId: 'p',
    institutionId: 'clinic',
    kind: 'CONSULTATION',
    expertIds: ['wang'],
    quote,
    now,
  });
const issued = () => {
  const invoice = drafted();
  invoice.issue(now, 2026);
  return invoice;
};

describe('what may happen to an invoice', () => {
  test.each([
    ['DRAFT', ['REQUOTE', 'ISSUE', 'VOID']],
    ['ISSUED', ['SETTLE', 'VOID']],
    ['SETTLED', []],
    ['VOID', []],
  ] as const)('%s: %s', (status, actions) => {
    expect(invoiceActionsIn(status)).toEqual(actions);
  });
});

test('it is drafted from a quote, issued and settled', () => {
  const invoice = issued();
  expect(invoice).toMatchObject({ ...quote, status: 'ISSUED', issuedAt: now });
  invoice.settle(now);
  expect(invoice).toMatchObject({ status: 'SETTLED', settledAt: now });
});

test('a draft may get new figures, an issued invoice never', () => {
  const invoice = drafted();
  invoice.requote({ ...quote, insuredFen: 0, patientFen: 29_000 }, ['wang', 'li']);
  expect(invoice.patientFen).toBe(29_000);
  invoice.issue(now, 2026);
  expect(() => invoice.requote(quote, [])).toThrow('REQUOTE is not possible while the invoice is ISSUED');
  expect(invoice.patientFen).toBe(29_000);
});

test('an issued invoice may be voided, a settled one may not', () => {
  const invoice = issued();
  invoice.void(now);
  expect(invoice).toMatchObject({ status: 'VOID', voidedAt: now });
  const settled = issued();
  settled.settle(now);
  expect(() => settled.void(now)).toThrow('Nothing more happens to it');
});
