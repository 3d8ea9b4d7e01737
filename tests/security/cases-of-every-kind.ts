/** One case of each kind that a rule tells apart, with images, and whom each grade of its data is for. */
import { randomUUID } from 'node:crypto';
import { madeUpImage } from '@huizhen/cli/imaging/made-up-image';
import { storeImages } from '@huizhen/cli/imaging/store-images';
import { demoId } from '@huizhen/schema/demo-ids';
import pg from 'pg';
import { expect, vi } from 'vitest';
import type { Clinic } from '../harness/clinic.ts';
import { consultationAt } from '../harness/consultation-at.ts';
import { bundleOf, createConsultation, importPatient, step } from '../harness/main-job.ts';
import { reactionsSettled } from '../harness/reactions-settled.ts';
import type { Grade } from './patients-data.ts';

export const situations = ['running', 'elsewhere', 'unconsented', 'expired', 'withdrawn', 'closed'] as const;
export type Situation = (typeof situations)[number];

/** `self` is the patient of the case, `patient` another one; expert1 is invited, expert2 is not. */
export const accounts = [
  'requester',
  'partner',
  'coordinator',
  'expert1',
  'expert2',
  'self',
  'patient',
  'finance',
  'pharmacist',
  'auditor',
  'admin',
  'nobody',
] as const;
export type Account = (typeof accounts)[number];

/** By grade and kind of case, everybody who sees it. `elsewhere` is of another institution, with other experts. */
const mayEverSee: Readonly<Record<Grade, Readonly<Record<Situation, string>>>> = {
  who: {
    running: 'requester partner coordinator expert1 self',
    elsewhere: 'coordinator self',
    unconsented: 'requester partner coordinator self',
    expired: 'requester partner coordinator self',
    withdrawn: 'requester partner coordinator self',
    closed: 'requester partner coordinator expert1 self',
  },
  record: {
    running: 'requester expert1 self',
    elsewhere: 'self',
    unconsented: 'requester self',
    expired: 'requester self',
    withdrawn: 'requester self',
    closed: 'requester self',
  },
  consents: {
    running: 'requester partner coordinator expert1 self',
    elsewhere: 'coordinator self',
    // There is none to be seen.
    unconsented: '',
    expired: 'requester partner coordinator self',
    withdrawn: 'requester partner coordinator self',
    closed: 'requester partner coordinator expert1 self',
  },
  // Who works with a record learns nothing of who else does.
  accesses: {
    running: 'self',
    elsewhere: 'self',
    unconsented: 'self',
    expired: 'self',
    withdrawn: 'self',
    closed: 'self',
  },
  case: {
    running: 'requester partner coordinator expert1 self',
    elsewhere: 'coordinator self',
    unconsented: 'requester partner coordinator self',
    expired: 'requester partner coordinator self',
    withdrawn: 'requester partner coordinator self',
    closed: 'requester partner coordinator expert1 self',
  },
  study: {
    running: 'requester partner coordinator expert1 self',
    elsewhere: 'coordinator self',
    unconsented: 'requester partner coordinator self',
    expired: 'requester partner coordinator self',
    withdrawn: 'requester partner coordinator self',
    closed: 'requester partner coordinator expert1 self',
  },
  images: {
    running: 'requester expert1 self',
    elsewhere: 'self',
    unconsented: 'requester self',
    expired: 'requester self',
    withdrawn: 'requester self',
    closed: 'requester self',
  },
  // The room and the bill are about work that was done: who did it sees them whatever became of the consent. `elsewhere`
  // is answered in writing, without a room.
  room: {
    running: 'requester partner coordinator expert1 self',
    elsewhere: '',
    unconsented: '',
    expired: 'requester partner coordinator expert1 self',
    withdrawn: 'requester partner coordinator expert1 self',
    closed: 'requester partner coordinator expert1 self',
  },
  invoice: {
    running: 'requester partner coordinator finance expert1 self',
    elsewhere: 'coordinator finance self',
    unconsented: '',
    expired: 'requester partner coordinator finance expert1 self',
    withdrawn: 'requester partner coordinator finance expert1 self',
    closed: 'requester partner coordinator finance expert1 self',
  },
};

export function isFor(account: Account, grade: Grade, situation: Situation): boolean {
  return mayEverSee[grade][situation].split(' ').includes(account);
}

export interface KindOfCase {
  readonly patientId: string;
  readonly consultationId: string;
  readonly consentId: string | null;
  readonly studyUid: string;
  readonly invoiceId: string | null;
}

export async function casesOfEveryKind(clinic: Clinic): Promise<Record<Situation, KindOfCase>> {
  const running = await consultationAt(clinic, 'IN_PROGRESS');
  const expired = await consultationAt(clinic, 'IN_PROGRESS', new Date(Date.now() + 3_600_000));
  const withdrawn = await consultationAt(clinic, 'IN_PROGRESS');
  const closed = await consultationAt(clinic, 'AWAITING_OPINION');
  const requester = await clinic.as('requester');
  const patientId = await importPatient(requester, bundleOf(randomUUID()));
  const { id } = await createConsultation(requester, patientId);
  const elsewhere = { id: demoId('consultation', 18), patientId: demoId('patient', 25), consentId: null };
  const found = { running, elsewhere, unconsented: { id, patientId, consentId: null }, expired, withdrawn, closed };
  const uids = new Map<string, string>();
  for (const one of Object.values(found)) uids.set(one.id, await studyOf(clinic, one));
  await step.signOpinion(await clinic.as('expert1'), closed.id);
  await step.complete(requester, closed.id);
  await requester.run('mutation W($id: ID!) { withdrawConsent(consentId: $id) { id } }', { id: withdrawn.consentId });
  await runOut(clinic, expired.consentId);
  await reactionsSettled(clinic.databaseUrl);
  const invoices = await invoiceIds(clinic);
  const kindOf = (one: { id: string; patientId: string; consentId: string | null }): KindOfCase => ({
    patientId: one.patientId,
    consultationId: one.id,
    consentId: one.consentId,
    studyUid: uids.get(one.id) ?? '',
    invoiceId: invoices.get(one.id) ?? null,
  });
  return {
    running: kindOf(found.running),
    elsewhere: kindOf(found.elsewhere),
    unconsented: kindOf(found.unconsented),
    expired: kindOf(found.expired),
    withdrawn: kindOf(found.withdrawn),
    closed: kindOf(found.closed),
  };
}

/** Demo patients have theirs already. */
async function studyOf(clinic: Clinic, { id, patientId }: { id: string; patientId: string }): Promise<string> {
  const asked = 'SELECT uid FROM imaging.studies WHERE patient_id = $1';
  const there = await rows<{ uid: string }>(clinic, asked, [patientId]);
  if (there[0]) return there[0].uid;
  const { requestImagingUpload: ticket } = await (
    await clinic.as('requester')
  ).run<{ requestImagingUpload: { url: string; token: string } }>(
    'mutation U($input: RequestImagingUploadInput!) { requestImagingUpload(input: $input) { url token } }',
    { input: { patientId, consultationId: id } },
  );
  const image = madeUpImage(id, new Date('2026-10-02T01:30:00Z'));
  await storeImages([{ name: 'image', uids: [], read: () => chunks(image) }], ticket);
  const [stored] = await rows<{ uid: string }>(clinic, asked, [patientId]);
  if (!stored) throw new Error('The image was not stored.');
  return stored.uid;
}

async function* chunks(bytes: Buffer): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes);
}

/** As if time had passed, for the consent and for the timer that ends it. */
async function runOut(clinic: Clinic, consentId: string): Promise<void> {
  const passed = `SET signed_at = now() - interval '2 days', valid_until = now() - interval '1 day'`;
  await rows(clinic, `UPDATE patients.consents ${passed} WHERE id = $1`, [consentId]);
  await rows(clinic, `UPDATE jobs.job SET start_after = now() WHERE singleton_key = $1`, [consentId]);
  const told = `SELECT 1 FROM events.log WHERE type = 'patient.consent-ended' AND payload->>'consentId' = $1`;
  await vi.waitFor(async () => expect(await rows(clinic, told, [consentId])).toHaveLength(1), 15_000);
}

async function invoiceIds(clinic: Clinic): Promise<Map<string, string>> {
  const found = await rows<{ id: string; consultation_id: string }>(
    clinic,
    'SELECT id, consultation_id FROM billing.invoices',
  );
  return new Map(found.map((row) => [row.consultation_id, row.id]));
}

async function rows<Row extends pg.QueryResultRow>(
  clinic: Clinic,
  sql: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: clinic.databaseUrl });
  await client.connect();
  try {
    return (await client.query<Row>(sql, values)).rows;
  } finally {
    await client.end();
  }
}
