/** Who saw my record: the access log as the patient may read it, and nobody else. */
import { randomUUID } from 'node:crypto';
import type { Viewer } from '@huizhen/platform/access/viewer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { clinic, openPatients, otherClinic, person, type OpenPatients } from './given.ts';
import { importing, partner, PATIENT, RECORD, requester } from './importing.ts';

const ACCESSES = `query($id: ID!, $first: Int, $after: String) { patient(id: $id) { accesses(first: $first, after: $after) {
  totalCount pageInfo { hasNextPage endCursor }
  nodes { id firstAt lastAt times roles practitioner { id } institution { id } actions purposes } } } }`;

interface Access {
  readonly id: string;
  readonly times: number;
  readonly roles: readonly string[];
  readonly practitioner: { id: string } | null;
  readonly institution: { id: string } | null;
  readonly actions: readonly string[];
  readonly purposes: readonly string[];
}
interface Page {
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly nodes: readonly Access[];
}

let huizhen: OpenPatients;
beforeAll(async () => {
  huizhen = await openPatients();
}, 120_000);
afterAll(() => huizhen.close());
const { aNewPatient } = importing(() => huizhen);

describe('what the patient is told', () => {
  test('who, for which institution, in which role, and what was looked at; one entry however much it is', async () => {
    const { id, self } = await patientWithAccount();
    const doctor = person('REQUESTER');
    await huizhen.ask(doctor, RECORD, { id });
    await huizhen.ask(doctor, PATIENT, { id });
    const [newest] = (await accessesOf(self, id)).nodes;
    expect(newest).toMatchObject({
      roles: ['REQUESTER'],
      practitioner: { id: doctor.practitionerId },
      institution: { id: clinic },
      purposes: [],
    });
    expect(newest?.actions).toEqual(
      expect.arrayContaining(['patient.read', 'record.read-observation', 'consent.read']),
    );
  });

  test('after a quarter of an hour it is another entry', async () => {
    const { id, self } = await patientWithAccount();
    const doctor = person('REQUESTER');
    await noted(doctor, id, '50 minutes', '40 minutes', '26 minutes', '10 minutes');
    const { nodes } = await accessesOf(self, id);
    const theirs = nodes.filter(({ practitioner }) => practitioner?.id === doctor.practitionerId);
    expect(theirs.map(({ times }) => times)).toEqual([1, 3]);
  });

  test('a clinician is told as they acted, a person without a practitioner by the role alone, another account of the patient as such', async () => {
    const { id, self } = await patientWithAccount();
    await huizhen.ask(partner, PATIENT, { id });
    await huizhen.ask(person('PATIENT', { patientId: id }), PATIENT, { id });
    await noted(person('FINANCE', { practitionerId: null }), id, '1 minute');
    const { nodes } = await accessesOf(self, id);
    expect(nodes).toContainEqual(expect.objectContaining({ roles: ['PARTNER'], institution: { id: clinic } }));
    expect(nodes).toContainEqual(expect.objectContaining({ roles: ['PATIENT'], institution: null }));
    expect(nodes).toContainEqual(expect.objectContaining({ roles: ['FINANCE'], practitioner: null }));
  });

  test('neither what the account did itself, nor what was refused, nor what the platform does by itself', async () => {
    const { id, self } = await patientWithAccount();
    const before = (await accessesOf(self, id)).totalCount;
    await huizhen.ask(self, RECORD, { id });
    await huizhen.ask(person('REQUESTER', { institutionId: otherClinic }), PATIENT, { id });
    await huizhen.sql(
      `INSERT INTO audit.entries (id, request_id, service_actor, roles, kind, action, object_ids, patient_ids)
       VALUES ($1, 'x', 'billing', '{}', 'READ', 'coverage.read', '{}', ARRAY[$2::uuid])`,
      [randomUUID(), id],
    );
    expect((await accessesOf(self, id)).totalCount).toBe(before);
  });

  test('pages stay as they were while somebody goes on reading', async () => {
    const { id, self } = await patientWithAccount();
    const doctors = Array.from({ length: 5 }, () => person('REQUESTER'));
    for (const [n, doctor] of doctors.entries()) await noted(doctor, id, `${(n + 2) * 60} minutes`);
    const first = await accessesOf(self, id, { first: 3 });
    expect(first.pageInfo.hasNextPage).toBe(true);
    await huizhen.ask(person('REQUESTER'), PATIENT, { id });
    const [longAgo] = doctors;
    if (longAgo) await noted(longAgo, id, '115 minutes');
    const rest = await accessesOf(self, id, { first: 3, after: first.pageInfo.endCursor });
    const ids = [...first.nodes, ...rest.nodes].map((one) => one.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toHaveLength(first.totalCount);
  });
});

describe('who is told', () => {
  test('nobody but the patient: not the doctor who keeps the record, nor a partner app, nor a service', async () => {
    const { id } = await patientWithAccount();
    for (const viewer of [requester, partner]) {
      const { data, codes } = await huizhen.ask(viewer, ACCESSES, { id });
      expect(codes).toEqual(['FORBIDDEN']);
      expect(data['patient']).toBeNull();
    }
    const doctorAndPatient = person('REQUESTER', { roles: ['REQUESTER', 'PATIENT'], patientId: randomUUID() });
    expect((await huizhen.ask(doctorAndPatient, ACCESSES, { id })).codes).toEqual(['FORBIDDEN']);
    for (const role of ['PATIENT', 'AUDITOR', 'ADMIN', 'FINANCE', 'EXPERT'] as const) {
      const codes = (await huizhen.ask(person(role, { institutionId: otherClinic }), ACCESSES, { id })).codes;
      expect(codes, role).not.toEqual([]);
    }
  });

  test('nothing about anybody else who stood in the same list', async () => {
    const [one, other] = [await patientWithAccount(), await patientWithAccount()];
    const doctor = person('REQUESTER');
    await huizhen.ask(doctor, '{ patients(first: 5) { nodes { name } } }');
    const [seen] = (await accessesOf(one.self, one.id)).nodes;
    expect(seen?.practitioner?.id).toBe(doctor.practitionerId);
    expect(JSON.stringify(seen)).not.toContain(other.id);
  });

  test('that the list was read is in the access log, a refusal too', async () => {
    const { id, self } = await patientWithAccount();
    await accessesOf(self, id);
    await huizhen.ask(requester, ACCESSES, { id });
    const kept = await huizhen.sql(
      `SELECT kind, subject FROM audit.entries WHERE action = 'patient.read-accesses' AND $1 = ANY (object_ids) ORDER BY at`,
      [id],
    );
    expect(kept).toEqual([
      { kind: 'READ', subject: self.subject },
      { kind: 'DENIAL', subject: requester.subject },
    ]);
  });
});

describe('beneath the policy', () => {
  test('the database shows the subgraph’s own role what is about the patient who asks, and some columns of it', async () => {
    const { id } = await patientWithAccount();
    const count = async (settings: Record<string, string>) => {
      const [row] = await huizhen.asApp(settings, 'SELECT count(id)::int AS n FROM audit.entries');
      return row?.['n'];
    };
    expect(await count({ patient: id, roles: 'PATIENT' })).toBeGreaterThan(0);
    expect(await count({})).toBe(0);
    expect(await count({ patient: id, roles: 'REQUESTER,AUDITOR,ADMIN', institution: clinic })).toBe(0);
    expect(await count({ patient: randomUUID(), roles: 'PATIENT' })).toBe(0);
    expect(await count({ service: 'patients' })).toBe(0);
    for (const column of ['object_ids', 'patient_ids', 'because']) {
      const asked = huizhen.asApp({ patient: id, roles: 'PATIENT' }, `SELECT ${column} FROM audit.entries`);
      await expect(asked, column).rejects.toThrow(/permission denied/);
    }
  });
});

async function patientWithAccount(): Promise<{ id: string; self: Viewer }> {
  const { id } = await aNewPatient();
  return { id, self: person('PATIENT', { patientId: id }) };
}

async function accessesOf(self: Viewer, id: string, page: object = {}): Promise<Page> {
  const { data, errors } = await huizhen.ask(self, ACCESSES, { id, ...page });
  expect(errors).toEqual([]);
  return (data['patient'] as { accesses: Page }).accesses;
}

/** Entries of some time ago, as the database itself would have dated them. */
async function noted(by: Viewer, id: string, ...ago: readonly string[]): Promise<void> {
  for (const one of ago)
    await huizhen.sql(
      `INSERT INTO audit.entries (id, at, request_id, subject, roles, institution_id, practitioner_id, kind, action, object_ids, patient_ids)
       VALUES ($1, now() - $2::interval, $8, $3, $4, $5, $6, 'READ', 'patient.read', '{}', ARRAY[$7::uuid])`,
      [randomUUID(), one, by.subject, by.roles, by.institutionId, by.practitionerId, id, randomUUID()],
    );
}
