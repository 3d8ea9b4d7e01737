import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  accepted,
  associate,
  cancelled,
  chief,
  clinic,
  completed,
  elsewhere,
  openBilling,
  patient,
  people,
} from './given.ts';

type Billing = Awaited<ReturnType<typeof openBilling>>;
let billing: Billing;
beforeAll(async () => {
  billing = await openBilling();
});
afterAll(() => billing.stop());

const INVOICE = 'query($id: ID!) { invoice(id: $id) { id status feeFen insuredFen subsidyFen patientFen because } }';
const SETTLE = 'mutation($input: SettleInvoiceInput!) { settleInvoice(input: $input) { id status settledAt } }';
const QUOTE =
  'query($input: QuoteFeeInput!) { quoteFee(input: $input) { feeFen insuredFen subsidyFen patientFen because } }';
const OF_CONSULTATIONS = `query($of: [_Any!]!) { _entities(representations: $of) { ... on Consultation { id invoice { status patientFen } } } }`;

const codeOf = (result: { errors?: readonly { extensions?: Record<string, unknown> }[] | undefined }) =>
  result.errors?.[0]?.extensions?.['code'];

async function issuedBill(more: Parameters<Billing['case']>[0] = {}) {
  const consultation = billing.case(more);
  await billing.tell(accepted(consultation), completed(consultation));
  return { consultation, id: String((await billing.bill(consultation))?.['id']) };
}

describe('the bill follows the consultation', () => {
  test('drafted at the acceptance, issued at the completion, with figures right by hand', async () => {
    const consultation = billing.case();
    await billing.tell(accepted(consultation));
    // A chief physician at 300 yuan; 70 % is 210, capped at 200; of the other 100 the township clinic gets a tenth.
    const figures = { fee: 30_000, insured: 20_000, subsidy: 1_000, patient: 9_000 };
    expect(await billing.bill(consultation)).toMatchObject({ status: 'DRAFT', ...figures });
    await billing.tell(completed(consultation));
    const bill = await billing.bill(consultation);
    expect(bill).toMatchObject({ status: 'ISSUED', ...figures });
    expect(await billing.published('invoice.issued')).toEqual([
      { invoiceId: bill?.['id'], consultationId: consultation.id },
    ]);
  });

  test('a completion without a draft issues the bill all the same', async () => {
    const consultation = billing.case();
    await billing.tell(completed(consultation));
    expect(await billing.bill(consultation)).toMatchObject({ status: 'ISSUED' });
  });

  test('a second expert of a higher title raises the draft', async () => {
    const consultation = billing.case({ kind: 'MULTIDISCIPLINARY', acceptedExpertIds: [associate] });
    await billing.tell(accepted(consultation));
    expect(await billing.bill(consultation)).toMatchObject({ fee: 48_000 });
    consultation.acceptedExpertIds.push(chief);
    await billing.tell(accepted(consultation));
    expect(await billing.bill(consultation)).toMatchObject({ fee: 60_000, status: 'DRAFT' });
  });

  test('cancelled, it is void; an acceptance that comes late does not draft it again', async () => {
    const consultation = billing.case();
    await billing.tell(accepted(consultation));
    consultation.status = 'CANCELLED';
    await billing.tell(cancelled(consultation), accepted(consultation));
    expect(await billing.bill(consultation)).toMatchObject({ status: 'VOID' });
    const never = billing.case({ status: 'CANCELLED' });
    await billing.tell(cancelled(never), accepted(never));
    expect(await billing.bill(never)).toBeUndefined();
  });

  test('the same events twice and late issue once, and a late acceptance never un-issues', async () => {
    const consultation = billing.case();
    const before = (await billing.published('invoice.issued')).length;
    await billing.tell(
      completed(consultation),
      completed(consultation),
      accepted(consultation),
      accepted(consultation),
    );
    expect(await billing.bill(consultation)).toMatchObject({ status: 'ISSUED' });
    expect(await billing.published('invoice.issued')).toHaveLength(before + 1);
    expect(await usageOf(consultation.patientId)).toEqual({ deductible_fen: 0, insured_fen: 20_000 });
  });
});

async function usageOf(patientId: string) {
  const [used] = await billing.rows(
    'SELECT deductible_fen, insured_fen FROM billing.insurance_usage WHERE patient_id = $1',
    [patientId],
  );
  return used;
}

describe('the year of the insurance', () => {
  test('the last of the annual limit is used once, though two bills were drafted against it', async () => {
    const first = billing.case();
    const second = billing.case({ patientId: first.patientId });
    billing.insure(first.patientId, { annualRemainingFen: 25_000 });
    await billing.tell(accepted(first), accepted(second));
    expect(await billing.bill(second)).toMatchObject({ insured: 20_000 });
    await billing.tell(completed(first), completed(second));
    expect(await billing.bill(first)).toMatchObject({ insured: 20_000 });
    // 50 yuan are left of the limit; a tenth of the other 250 is the subsidy.
    expect(await billing.bill(second)).toMatchObject({ insured: 5_000, subsidy: 2_500, patient: 22_500 });
    expect(await usageOf(first.patientId)).toMatchObject({ insured_fen: 25_000 });
  });

  test('the deductible is paid once in a year', async () => {
    const first = billing.case();
    const second = billing.case({ patientId: first.patientId });
    billing.insure(first.patientId, { deductibleRemainingFen: 40_000 });
    await billing.tell(completed(first), completed(second));
    expect(await billing.bill(first)).toMatchObject({ insured: 0 });
    // 100 yuan of deductible were left: 70 % of the other 200.
    expect(await billing.bill(second)).toMatchObject({ insured: 14_000 });
    expect(await usageOf(first.patientId)).toEqual({ deductible_fen: 40_000, insured_fen: 14_000 });
  });

  test('a voided bill gives back what it had used', async () => {
    const { consultation } = await issuedBill();
    await billing.tell(cancelled(consultation), cancelled(consultation));
    expect(await billing.bill(consultation)).toMatchObject({ status: 'VOID' });
    expect(await usageOf(consultation.patientId)).toEqual({ deductible_fen: 0, insured_fen: 0 });
  });

  test.each([
    ['inactive insurance pays nothing', { active: false }, 0],
    ['an 80 % scheme pays up to its own cap', { rateBasisPoints: 8_000, capPerVisitFen: 15_000 }, 15_000],
  ])('%s', async (_rule, coverage, insuredFen) => {
    const consultation = billing.case();
    billing.insure(consultation.patientId, coverage);
    await billing.tell(completed(consultation));
    expect(await billing.bill(consultation)).toMatchObject({ insured: insuredFen });
  });

  test('who is not insured pays all but the subsidy', async () => {
    const consultation = billing.case();
    billing.insure(consultation.patientId, null);
    await billing.tell(completed(consultation));
    expect(await billing.bill(consultation)).toMatchObject({ insured: 0, subsidy: 3_000, patient: 27_000 });
  });
});

describe('who sees a bill', () => {
  test.each(['requester', 'finance', 'partner', 'coordinator', 'financeOfCentre', 'expert'] as const)(
    '%s does',
    async (who) => {
      const { id } = await issuedBill();
      const { data } = await billing.ask(people[who], INVOICE, { id });
      expect(data?.['invoice']).toMatchObject({ id, patientFen: 9_000 });
    },
  );

  test('the patient does, and reads why in words', async () => {
    const { consultation, id } = await issuedBill();
    const { data } = await billing.ask(patient(consultation.patientId), INVOICE, { id });
    expect(data?.['invoice']).toMatchObject({ because: expect.arrayContaining(['个人支付 90.00 元']) });
  });

  test.each(['otherExpert', 'requesterElsewhere', 'financeElsewhere', 'pharmacist', 'admin'] as const)(
    'to %s it looks as if it did not exist, by every way in',
    async (who) => {
      const { consultation, id } = await issuedBill();
      const missing = await billing.ask(people[who], INVOICE, { id: clinic });
      expect(codeOf(missing)).toBe('NOT_FOUND');
      expect((await billing.ask(people[who], INVOICE, { id })).errors?.[0]?.message).toBe(missing.errors?.[0]?.message);
      const of = [{ __typename: 'Consultation', id: consultation.id }];
      expect((await billing.ask(people[who], OF_CONSULTATIONS, { of })).data).toEqual({
        _entities: [{ id: consultation.id, invoice: null }],
      });
      const reference = `query($of: [_Any!]!) { _entities(representations: $of) { ... on Invoice { patientFen } } }`;
      expect((await billing.ask(people[who], reference, { of: [{ __typename: 'Invoice', id }] })).data).toEqual({
        _entities: [null],
      });
    },
  );

  test('another patient does not, and nobody does without signing in', async () => {
    const { id } = await issuedBill();
    expect(codeOf(await billing.ask(patient(elsewhere), INVOICE, { id }))).toBe('NOT_FOUND');
    expect(codeOf(await billing.ask(null, INVOICE, { id }))).toBe('UNAUTHENTICATED');
    expect(codeOf(await billing.ask(people.requester, INVOICE, { id: 'no-uuid' }))).toBe('NOT_FOUND');
  });

  test('every look and every refusal is in the access log', async () => {
    const { consultation, id } = await issuedBill();
    await billing.ask(people.finance, INVOICE, { id });
    await billing.ask(people.pharmacist, INVOICE, { id });
    const log = await billing.rows(
      'SELECT kind, action, patient_ids FROM audit.entries WHERE $1 = ANY (object_ids) ORDER BY at',
      [id],
    );
    expect(log).toContainEqual({ kind: 'READ', action: 'invoice.read', patient_ids: [consultation.patientId] });
    expect(log.filter(({ kind }) => kind === 'DENIAL')).toHaveLength(1);
  });

  test('row-level security alone shows nothing to strangers', async () => {
    await issuedBill();
    const all = 'SELECT count(*)::int AS n FROM billing.invoices';
    expect(await billing.rowsAs({}, all)).toEqual([{ n: 0 }]);
    expect(await billing.rowsAs({ roles: 'FINANCE', institution: elsewhere }, all)).toEqual([{ n: 0 }]);
    expect(await billing.rowsAs({ roles: 'PHARMACIST', institution: clinic }, all)).toEqual([{ n: 0 }]);
    expect(
      await billing.rowsAs({ roles: 'FINANCE', institution: clinic }, 'SELECT * FROM billing.insurance_usage'),
    ).toEqual([]);
    const change = `UPDATE billing.invoices SET patient_fen = 0 RETURNING 1`;
    expect(await billing.rowsAs({ roles: 'REQUESTER', institution: clinic }, change)).toEqual([]);
  });

  test('the bills of fifty consultations take one statement', async () => {
    const consultations = Array.from({ length: 50 }, () => billing.case());
    await billing.tell(...consultations.map(accepted));
    const of = consultations.map(({ id }) => ({ __typename: 'Consultation', id }));
    const asked = billing.statements(/from .*"?invoices/i, async () => {
      const { data } = await billing.ask(people.requester, OF_CONSULTATIONS, { of });
      expect(data?.['_entities']).toHaveLength(50);
    });
    expect(await asked).toBe(1);
  });
});

describe('settling', () => {
  test.each(['finance', 'financeOfCentre'] as const)('%s settles an issued bill, once per key', async (who) => {
    const { id } = await issuedBill();
    const input = { invoiceId: id, idempotencyKey: id };
    const { data } = await billing.ask(people[who], SETTLE, { input });
    expect(data?.['settleInvoice']).toMatchObject({ id, status: 'SETTLED' });
    expect((await billing.ask(people[who], SETTLE, { input })).data).toEqual(data);
    expect(codeOf(await billing.ask(people[who], SETTLE, { input: { invoiceId: id } }))).toBe('ILLEGAL_TRANSITION');
  });

  test.each([
    ['requester', 'FORBIDDEN'],
    ['expert', 'FORBIDDEN'],
    ['financeElsewhere', 'NOT_FOUND'],
  ] as const)('%s is refused: %s', async (who, code) => {
    const { id } = await issuedBill();
    expect(codeOf(await billing.ask(people[who], SETTLE, { input: { invoiceId: id } }))).toBe(code);
  });

  test('a draft cannot be settled, and a settled bill is not voided by a late cancellation', async () => {
    const draft = billing.case();
    await billing.tell(accepted(draft));
    const draftId = String((await billing.bill(draft))?.['id']);
    expect(codeOf(await billing.ask(people.finance, SETTLE, { input: { invoiceId: draftId } }))).toBe(
      'ILLEGAL_TRANSITION',
    );
    const { consultation, id } = await issuedBill();
    await billing.ask(people.finance, SETTLE, { input: { invoiceId: id } });
    await billing.tell(cancelled(consultation));
    expect(await billing.bill(consultation)).toMatchObject({ status: 'SETTLED' });
  });
});

describe('quoting', () => {
  const input = { patientId: chief, kind: 'CONSULTATION', expertTitle: 'CHIEF_PHYSICIAN' };

  test('tells what it will cost before anybody is asked', async () => {
    const { data } = await billing.ask(people.requester, QUOTE, { input });
    expect(data?.['quoteFee']).toMatchObject({
      feeFen: 30_000,
      insuredFen: 20_000,
      subsidyFen: 1_000,
      patientFen: 9_000,
    });
  });

  test('knows what bills have used of the year', async () => {
    const first = billing.case();
    billing.insure(first.patientId, { annualRemainingFen: 21_000 });
    await billing.tell(completed(first));
    const { data } = await billing.ask(people.requester, QUOTE, { input: { ...input, patientId: first.patientId } });
    expect(data?.['quoteFee']).toMatchObject({ insuredFen: 1_000 });
  });

  test('is not for those who may not know the patient, nor for those who would not see the bill', async () => {
    expect(codeOf(await billing.ask(people.requesterElsewhere, QUOTE, { input }))).toBe('NOT_FOUND');
    expect(codeOf(await billing.ask(people.pharmacist, QUOTE, { input }))).toBe('NOT_FOUND');
    expect(codeOf(await billing.ask(null, QUOTE, { input }))).toBe('UNAUTHENTICATED');
  });
});
