/** Whoever reads, writes or is denied patients' data leaves an entry, in the same transaction or not at all. */
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openClinic, type Clinic } from '../harness/clinic.ts';
import { consultationAt, type CaseAtHand } from '../harness/consultation-at.ts';
import { viewerOf } from '../harness/insider.ts';
import { step } from '../harness/main-job.ts';
import { reactionsSettled } from '../harness/reactions-settled.ts';

interface Entry {
  readonly service: string;
  readonly kind: string;
  readonly action: string;
  readonly subject: string | null;
  readonly roles: readonly string[];
  readonly purpose: string | null;
  readonly patient_ids: readonly string[];
  readonly object_ids: readonly string[];
  readonly because: string | null;
}

const RECORD = `query Record($id: ID!) { patient(id: $id) { name record { observations { nodes { value } } } consents { id } } }`;
const CASE = `query Case($id: ID!) { consultation(id: $id) { reason summary invoice { feeFen } room { name } imagingStudies { uid } } }`;

let clinic: Clinic;
let admin: pg.Client;
let atHand: CaseAtHand;
/** Entries before this moment are another test's. */
let since: string;

beforeAll(async () => {
  clinic = await openClinic({ environment: { LOG_LEVEL: 'silent' } });
  admin = new pg.Client({ connectionString: clinic.databaseUrl });
  await admin.connect();
  atHand = await consultationAt(clinic, 'ASSIGNED');
  await reactionsSettled(clinic.databaseUrl);
}, 120_000);
afterAll(async () => {
  await admin?.end();
  await clinic?.stop();
});
beforeEach(async () => {
  since = (await admin.query<{ now: string }>('SELECT clock_timestamp()::text AS now')).rows[0]?.now ?? '';
});

describe('an entry says who, what, why and of whom', () => {
  test('when a record is read', async () => {
    const requester = await clinic.as('requester');
    await requester.run(RECORD, { id: atHand.patientId });
    const mine = await entriesOf(viewerOf(requester).subject);
    for (const action of ['patient.read', 'record.read-observation', 'consent.read']) {
      expect(mine, action).toContainEqual(
        expect.objectContaining({
          service: 'huizhen_patients',
          kind: 'READ',
          action,
          roles: ['REQUESTER'],
          patient_ids: [atHand.patientId],
        }),
      );
    }
  });

  test('when a case is read, with the purpose that was given', async () => {
    const expert = await clinic.as('expert1');
    const response = await fetch(clinic.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${expert.accessToken}`,
        'x-purpose': 'second-opinion',
      },
      body: JSON.stringify({ query: CASE, variables: { id: atHand.id } }),
    });
    expect(response.status).toBe(200);
    const mine = await entriesOf(viewerOf(expert).subject);
    expect(mine).toContainEqual(
      expect.objectContaining({
        kind: 'READ',
        action: 'consultation.read',
        object_ids: [atHand.id],
        patient_ids: [atHand.patientId],
        purpose: 'second-opinion',
      }),
    );
    expect(mine.every(({ purpose }) => purpose === 'second-opinion')).toBe(true);
    expect(mine.map(({ service }) => service)).toEqual(expect.arrayContaining(['huizhen_billing', 'huizhen_media']));
  });

  test('when a list is read, all patients in it', async () => {
    const requester = await clinic.as('requester');
    const { patients } = await requester.run<{ patients: { nodes: { id: string }[] } }>(
      '{ patients(first: 5) { nodes { id name } } }',
    );
    const [read] = (await entriesOf(viewerOf(requester).subject)).filter(({ action }) => action === 'patient.read');
    const shown = patients.nodes.map(({ id }) => id);
    expect(read?.patient_ids).toEqual(expect.arrayContaining(shown));
    // The one behind the page is read too, to know whether anything follows.
    expect(read?.patient_ids.length).toBeLessThanOrEqual(shown.length + 1);
  });

  test('when something is changed', async () => {
    const requester = await clinic.as('requester');
    await step.start(requester, atHand.id);
    expect(await entriesOf(viewerOf(requester).subject)).toContainEqual(
      expect.objectContaining({
        service: 'huizhen_consultations',
        kind: 'WRITE',
        object_ids: [atHand.id],
        patient_ids: [atHand.patientId],
      }),
    );
  });

  test('when somebody is refused', async () => {
    const expert = await clinic.as('expert2');
    await expert.answer(RECORD, { id: atHand.patientId });
    await expert.answer(CASE, { id: atHand.id });
    const mine = await entriesOf(viewerOf(expert).subject);
    expect(mine).toContainEqual(
      expect.objectContaining({ kind: 'DENIAL', action: 'patient.read', object_ids: [atHand.patientId] }),
    );
    expect(mine).toContainEqual(
      expect.objectContaining({ kind: 'DENIAL', action: 'consultation.read', object_ids: [atHand.id] }),
    );
    expect(mine.filter(({ kind }) => kind !== 'DENIAL')).toEqual([]);
    expect(mine.every(({ because }) => because !== null)).toBe(true);
  });

  test('when somebody watches', async () => {
    const coordinator = await clinic.as('coordinator');
    const feed = coordinator.watch<{ consultationQueue: { consultations: { id: string }[] } }>(
      'subscription { consultationQueue { consultations { id } } }',
    );
    await feed.until(() => true);
    feed.close();
    const [watched] = (await entriesOf(viewerOf(coordinator).subject)).filter(
      ({ action }) => action === 'consultation.watch-queue',
    );
    expect(watched?.patient_ids).toContain(atHand.patientId);
  });
});

test('a change, its entry and its event are one transaction', async () => {
  // The log's rows are touched again when they get their places, so what inserts them is noted as it happens.
  await admin.query(`
    CREATE TABLE audit.transactions_of_events (id uuid, transaction text);
    CREATE FUNCTION audit.note_transaction() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
    BEGIN INSERT INTO audit.transactions_of_events VALUES (NEW.id, pg_current_xact_id()::text); RETURN NEW; END $$;
    CREATE TRIGGER note_transaction AFTER INSERT ON events.log FOR EACH ROW EXECUTE FUNCTION audit.note_transaction()`);
  await step.interrupt(await clinic.as('requester'), atHand.id);
  const { rows } = await admin.query<{ transactions: string[] }>(
    `SELECT array_agg(DISTINCT transaction) AS transactions FROM (
       SELECT xmin::text AS transaction FROM consultations.consultations WHERE id = $1
       UNION ALL SELECT xmin::text FROM audit.entries WHERE kind = 'WRITE' AND at >= $2::timestamptz AND $1::text = ANY (object_ids)
       UNION ALL SELECT t.transaction FROM audit.transactions_of_events t JOIN events.log l USING (id)
         WHERE l.type = 'consultation.interrupted' AND l.payload->>'consultationId' = $1::text) AS all_three`,
    [atHand.id, since],
  );
  expect(rows[0]?.transactions).toHaveLength(1);
});

describe('what cannot be recorded does not happen', () => {
  beforeAll(async () => {
    await admin.query('REVOKE INSERT ON audit.entries FROM huizhen_subgraphs');
    await admin.query(`REVOKE INSERT (${await grantedColumns()}) ON audit.entries FROM huizhen_subgraphs`);
  });

  test('a read answers an error and nothing that was read', async () => {
    const requester = await clinic.as('requester');
    for (const [query, id] of [
      [RECORD, atHand.patientId],
      [CASE, atHand.id],
      ['{ patients { nodes { name } } }', ''],
    ] as const) {
      const { data, errors } = await requester.answer(query, { id });
      expect(Object.values(data ?? {}).filter((part) => part !== null)).toEqual([]);
      expect(errors?.map(({ extensions }) => extensions?.['code'])).toEqual(['INTERNAL']);
    }
  });

  test('an event is not delivered', async () => {
    const requester = await clinic.as('requester');
    const feed = requester.watch('subscription { consultationQueue { consultations { id } } }');
    await expect(feed.until(() => true)).rejects.toThrow();
    expect(feed.received).toEqual([]);
  });

  test('a write is not done', async () => {
    const requester = await clinic.as('requester');
    const before = await stateOfCase();
    const { data, errors } = await requester.answer(
      'mutation Resume($input: ConsultationInput!) { resumeSession(input: $input) { status } }',
      { input: { consultationId: atHand.id } },
    );
    expect(data?.['resumeSession'] ?? null).toBeNull();
    expect(errors?.map(({ extensions }) => extensions?.['code'])).toEqual(['INTERNAL']);
    expect(await stateOfCase()).toEqual(before);
  });

  test('a refusal that cannot be recorded tells nothing either', async () => {
    const { errors } = await (await clinic.as('expert2')).answer(CASE, { id: atHand.id });
    expect(errors?.map(({ extensions }) => extensions?.['code'])).toEqual(['INTERNAL']);
  });
});

async function entriesOf(subject: string): Promise<Entry[]> {
  const { rows } = await admin.query<Entry>(
    'SELECT * FROM audit.entries WHERE subject = $1 AND at >= $2::timestamptz ORDER BY at',
    [subject, since],
  );
  return rows;
}

async function grantedColumns(): Promise<string> {
  const { rows } = await admin.query<{ columns: string }>(
    `SELECT string_agg(column_name, ', ') AS columns FROM information_schema.columns WHERE table_schema = 'audit' AND table_name = 'entries'`,
  );
  return rows[0]?.columns ?? '';
}

/** Of the whole consultation, and how many events and entries of its timeline there are. */
async function stateOfCase(): Promise<unknown> {
  const { rows } = await admin.query(
    `SELECT c.status, c.version, c.ended_at, (SELECT count(*) FROM consultations.timeline t WHERE t.consultation_id = c.id) AS entries,
       (SELECT array_agg(l.type ORDER BY l.written) FROM events.log l WHERE l.payload->>'consultationId' = c.id::text) AS events
     FROM consultations.consultations c WHERE c.id = $1`,
    [atHand.id],
  );
  return rows;
}
