/** Consents, and what the patients subgraph tells other subgraphs. */
import { randomUUID } from 'node:crypto';
import { serviceViewer } from '@huizhen/platform/access/service-viewer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { clinic, openPatients, otherClinic, person, type OpenPatients } from './given.ts';
import { CONSENT, PATIENT, partner, requester, importing } from './importing.ts';

let huizhen: OpenPatients;
beforeAll(async () => {
  huizhen = await openPatients();
}, 120_000);
afterAll(() => huizhen.close());
const { aNewPatient } = importing(() => huizhen);

describe('consent', () => {
  const inForce = `query($patientId: ID!) { consentInForce(patientId: $patientId, purpose: REMOTE_CONSULTATION) }`;

  test('is recorded by the requesting doctor or the patient, withdrawn once, and told as events', async () => {
    const { id: patientId } = await aNewPatient();
    const input = { patientId, purpose: 'REMOTE_CONSULTATION', signedBy: '王芳' };
    expect((await huizhen.ask(requester, inForce, { patientId })).data).toEqual({ consentInForce: false });
    const { data } = await huizhen.ask(person('PATIENT', { patientId }), CONSENT, { input });
    const { id } = data['recordConsent'] as { id: string };
    expect((await huizhen.ask(requester, inForce, { patientId })).data).toEqual({ consentInForce: true });
    expect((await huizhen.ask(serviceViewer('consultations'), inForce, { patientId })).data).toEqual({
      consentInForce: true,
    });
    const withdraw = `mutation($id: ID!) { withdrawConsent(consentId: $id) { withdrawnAt } }`;
    const first = await huizhen.ask(requester, withdraw, { id });
    expect(await huizhen.ask(requester, withdraw, { id })).toEqual(first);
    expect((await huizhen.ask(requester, inForce, { patientId })).data).toEqual({ consentInForce: false });
    const events = await huizhen.sql(`SELECT type FROM events.log WHERE payload->>'consentId' = $1 ORDER BY id`, [id]);
    expect(events.map(({ type }) => type)).toEqual(['patient.consent-recorded', 'patient.consent-withdrawn']);
  });

  test('that was signed until some time is told to have ended when it comes', async () => {
    const { id: patientId } = await aNewPatient();
    const validUntil = new Date(Date.now() + 1_500).toISOString();
    const input = { patientId, purpose: 'REMOTE_CONSULTATION', signedBy: '王芳', validUntil };
    const { data } = await huizhen.ask(requester, CONSENT, { input });
    const { id } = data['recordConsent'] as { id: string };
    expect((await huizhen.ask(requester, inForce, { patientId })).data).toEqual({ consentInForce: true });
    const ended = () =>
      huizhen.sql(`SELECT 1 FROM events.log WHERE type = 'patient.consent-ended' AND payload->>'consentId' = $1`, [id]);
    await expect.poll(ended, { timeout: 10_000 }).toHaveLength(1);
    expect((await huizhen.ask(requester, inForce, { patientId })).data).toEqual({ consentInForce: false });
  });

  test('the same idempotencyKey records one', async () => {
    const { id: patientId } = await aNewPatient();
    const input = { patientId, purpose: 'TEACHING', signedBy: '王芳', idempotencyKey: randomUUID() };
    const first = await huizhen.ask(requester, CONSENT, { input });
    expect(await huizhen.ask(requester, CONSENT, { input })).toEqual(first);
    expect((await huizhen.ask(requester, PATIENT, { id: patientId })).data['patient']).toMatchObject({
      consents: [{ purpose: 'TEACHING' }],
    });
  });

  test('an end in the past and a missing name come back together', async () => {
    const { id: patientId } = await aNewPatient();
    const input = { patientId, purpose: 'RECORDING', signedBy: ' ', validUntil: '2020-01-01T00:00:00Z' };
    const { errors } = await huizhen.ask(requester, CONSENT, { input });
    expect(errors).toMatchObject([
      { extensions: { code: 'BAD_USER_INPUT', fields: [{ path: 'signedBy' }, { path: 'validUntil' }] } },
    ]);
  });

  test('nobody consents for another institution’s patient, and a partner app for none', async () => {
    const { id: patientId } = await aNewPatient();
    const input = { patientId, purpose: 'RESEARCH', signedBy: '王芳' };
    expect((await huizhen.ask(person('REQUESTER', { institutionId: otherClinic }), CONSENT, { input })).codes).toEqual([
      'NOT_FOUND',
    ]);
    expect((await huizhen.ask(person('PATIENT', { patientId: randomUUID() }), CONSENT, { input })).codes).toEqual([
      'NOT_FOUND',
    ]);
    expect((await huizhen.ask(partner, CONSENT, { input })).codes).toEqual(['FORBIDDEN']);
  });
});

describe('insurance', () => {
  const COVERAGE = `query($id: ID!) { coverage(patientId: $id) { scheme active rateBasisPoints capPerVisitFen grassrootsInstitution } }`;

  test('is told to services, with the tier of the managing institution; unknown insurance is null', async () => {
    const { id } = await aNewPatient();
    expect((await huizhen.ask(serviceViewer('billing'), COVERAGE, { id })).data).toEqual({ coverage: null });
    const institution = `INSERT INTO directory.institutions (id, code, name, level, region_code, credit_code)
      VALUES ($1, 'TC01', '镇卫生院', 'TOWNSHIP_CLINIC', '640422', '91350100M000100Y43')`;
    await huizhen.sql(institution, [clinic]);
    await huizhen.sql(`INSERT INTO patients.coverages VALUES ($1, $2, 'RESIDENT', true, 7000, 20000, 0, 300000)`, [
      id,
      clinic,
    ]);
    expect((await huizhen.ask(serviceViewer('billing'), COVERAGE, { id })).data).toEqual({
      coverage: {
        scheme: 'RESIDENT',
        active: true,
        rateBasisPoints: 7000,
        capPerVisitFen: 20_000,
        grassrootsInstitution: true,
      },
    });
  });

  test('is not told to people, not even of their own', async () => {
    const { id } = await aNewPatient();
    for (const viewer of [requester, person('FINANCE'), person('PATIENT', { patientId: id })]) {
      expect((await huizhen.ask(viewer, COVERAGE, { id })).codes).toEqual(['FORBIDDEN']);
    }
  });
});

test('services learn where a patient belongs; people only of those whom they may know', async () => {
  const { id } = await aNewPatient();
  const query = `query($id: ID!) { institutionOfPatient(patientId: $id) }`;
  expect((await huizhen.ask(serviceViewer('billing'), query, { id })).data).toEqual({ institutionOfPatient: clinic });
  expect((await huizhen.ask(requester, query, { id })).data).toEqual({ institutionOfPatient: clinic });
  expect((await huizhen.ask(person('PHARMACIST'), query, { id })).data).toEqual({ institutionOfPatient: null });
});
