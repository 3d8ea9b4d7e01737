/** What holds beneath the policies: row-level security, sealed fields, and nothing in plain text. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { clinic, openPatients, otherClinic, type OpenPatients } from './given.ts';
import { CONSENT, PATIENT, identified, numberOf, requester, importing } from './importing.ts';

let huizhen: OpenPatients;
beforeAll(async () => {
  huizhen = await openPatients();
}, 120_000);
afterAll(() => huizhen.close());
const { aNewPatient } = importing(() => huizhen);

/** A patient with a record under two source keys, a consent and insurance. */
async function oneOfEverything(): Promise<void> {
  const number = identified(numberOf(8));
  const { id } = await aNewPatient(requester, number);
  await aNewPatient(requester, number);
  const input = { patientId: id, purpose: 'TEACHING', signedBy: '王芳' };
  await huizhen.ask(requester, CONSENT, { input });
  const insured = `INSERT INTO patients.coverages VALUES ($1, $2, 'SELF_PAY', false, 0, 0, 0, 0) ON CONFLICT DO NOTHING`;
  await huizhen.sql(insured, [id, clinic]);
}

describe('beneath the policies', () => {
  const tables = ['patients', 'patient_sources', 'patient_name_tokens', 'resources', 'consents', 'coverages'];

  test.each(tables)(
    '%s shows nothing to a role that set nothing, another institution, or another job',
    async (table) => {
      await oneOfEverything();
      const rowsFor = async (settings: Record<string, string>) => {
        const [row] = await huizhen.asApp(settings, `SELECT count(*)::int AS rows FROM patients.${table}`);
        return row?.['rows'];
      };
      const there = { institution: clinic };
      expect(await rowsFor({ ...there, roles: 'REQUESTER' })).toBeGreaterThan(0);
      expect(await rowsFor({})).toBe(0);
      expect(await rowsFor({ institution: '', patient: '', shared_patients: '' })).toBe(0);
      expect(await rowsFor({ institution: randomUUID(), roles: 'REQUESTER' })).toBe(0);
      expect(await rowsFor({ ...there, roles: 'FINANCE,AUDITOR,ADMIN,PHARMACIST,EXPERT,COORDINATOR' })).toBe(0);
      expect(await rowsFor({ patient: randomUUID(), roles: 'PATIENT' })).toBe(0);
    },
  );

  test('every table of the schema that holds patients is under forced row-level security', async () => {
    const open = await huizhen.sql(
      `SELECT relname FROM pg_class WHERE relnamespace = 'patients'::regnamespace AND relkind = 'r'
       AND NOT (relrowsecurity AND relforcerowsecurity) ORDER BY relname`,
    );
    expect(open.map(({ relname }) => relname)).toEqual(['answered_commands', 'data_keys']);
  });

  test('a row cannot be written into another institution', async () => {
    const steal = `UPDATE patients.patients SET institution_id = '${otherClinic}'`;
    await aNewPatient();
    const ours = { institution: clinic, roles: 'REQUESTER' };
    await expect(huizhen.asApp(ours, steal)).rejects.toThrow(/row-level security/);
  });

  test('a name that was moved to another patient’s row does not open', async () => {
    const [one, two] = [await aNewPatient(), await aNewPatient()];
    await huizhen.sql(
      'UPDATE patients.patients SET name = (SELECT name FROM patients.patients WHERE id = $1) WHERE id = $2',
      [one.id, two.id],
    );
    const { codes, errors } = await huizhen.ask(requester, PATIENT, { id: two.id });
    expect(codes).toEqual(['INTERNAL']);
    expect(JSON.stringify(errors)).not.toContain('王芳');
  });

  test('no name, number or finding lies in the tables as plain text', async () => {
    await aNewPatient(requester, identified(numberOf(6)));
    for (const table of tables) {
      const rows = await huizhen.sql(`SELECT t::text AS row FROM patients.${table} t`);
      for (const { row } of rows) expect(String(row)).not.toMatch(/王芳|11010519900307|8867-4|次\/分/);
    }
  });
});

test('demo patients come in by the same import, and a second time leaves them as they are', async () => {
  const now = new Date('2026-11-20T08:00:00Z');
  await huizhen.loadDemo(now);
  await huizhen.loadDemo(now);
  const [counts] = await huizhen.sql(
    `SELECT (SELECT count(*)::int FROM patients.coverages WHERE institution_id <> $1) AS coverages,
       (SELECT count(DISTINCT patient_id)::int FROM patients.consents c WHERE purpose = 'REMOTE_CONSULTATION'
          AND EXISTS (SELECT FROM patients.coverages o WHERE o.patient_id = c.patient_id)) AS consenting`,
    [clinic],
  );
  expect(counts).toEqual({ coverages: 30, consenting: 29 });
});
