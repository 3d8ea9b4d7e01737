/** Patients and consultations together: a patient opens to the expert with the invitation, and closes with the case. */
import { demoExpertId, demoId } from '@huizhen/schema/demo-ids';
import { randomUUID } from 'node:crypto';
import type { Viewer } from '@huizhen/platform/access/viewer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { consultations } from '../../consultations/src/index.ts';
import { experts } from '../../experts/src/index.ts';
import { openPatients, person, type OpenPatients } from './given.ts';

const PATIENT = `query($id: ID!) { patient(id: $id) { name identityNumber record { observations(first: 1) { totalCount } } } }`;
const NAME = `query($id: ID!) { patient(id: $id) { name } }`;

const patientId = demoId('patient', 1);
const clinic = demoId('institution', 1);
const requester = person('REQUESTER', { institutionId: clinic, practitionerId: demoId('practitioner', 1) });
const coordinator = person('COORDINATOR', {
  institutionId: demoId('institution', 12),
  practitionerId: demoId('practitioner', 22),
  centre: true,
});
const expert = expertAt(1, 9);
const otherExpert = expertAt(2, 10);

function expertAt(expertNumber: number, institution: number): Viewer {
  const practitionerId = demoExpertId(expertNumber);
  return person('EXPERT', { institutionId: demoId('institution', institution), practitionerId });
}

let huizhen: OpenPatients;
beforeAll(async () => {
  huizhen = await openPatients({ subgraphs: [experts, consultations] });
  await huizhen.loadDemo(new Date(), ['directory', 'patients', 'experts']);
}, 120_000);
afterAll(() => huizhen.close());

async function step(viewer: Viewer, mutation: string, input: Record<string, unknown>): Promise<string> {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  const named = ['createConsultation', 'inviteExperts', 'declineInvitation'].includes(mutation)
    ? type
    : 'ConsultationInput';
  const query = `mutation($input: ${named}!) { ${mutation}(input: $input) { id } }`;
  const { data, errors } = await huizhen.ask(viewer, query, { input }, 'consultations');
  expect(errors).toEqual([]);
  return (data[mutation] as { id: string }).id;
}

async function pendingConsultation(): Promise<string> {
  const request = {
    specialty: '心血管内科',
    reason: '胸痛待查',
    summary: '活动后胸闷三天，休息可缓解，心电图未见异常',
  };
  const draft = { patientId, kind: 'CONSULTATION', urgency: 'ROUTINE', ...request, idempotencyKey: randomUUID() };
  const consultationId = await step(requester, 'createConsultation', draft);
  await step(requester, 'submitConsultation', { consultationId });
  await step(coordinator, 'approveConsultation', { consultationId });
  return consultationId;
}

const codes = async (viewer: Viewer, query: string) => (await huizhen.ask(viewer, query, { id: patientId })).codes;

test('the coordinator knows who waits in the queue, and does not read the record', async () => {
  expect(await codes(coordinator, NAME)).toEqual(['NOT_FOUND']);
  await pendingConsultation();
  expect(await codes(coordinator, NAME)).toEqual([]);
  expect(await codes(coordinator, PATIENT)).toEqual(['FORBIDDEN']);
});

test('an expert reads the record from the invitation until it is declined; others never', async () => {
  const consultationId = await pendingConsultation();
  expect(await codes(expert, NAME)).toEqual(['NOT_FOUND']);
  await step(coordinator, 'inviteExperts', { consultationId, expertIds: [expert.practitionerId] });
  expect((await huizhen.ask(expert, PATIENT, { id: patientId })).data['patient']).toMatchObject({
    name: '马秀兰',
    identityNumber: expect.stringMatching(/^640422\*{8}/),
    record: { observations: { totalCount: expect.any(Number) } },
  });
  expect(await codes(otherExpert, NAME)).toEqual(['NOT_FOUND']);
  await step(expert, 'declineInvitation', { consultationId, reason: 'UNAVAILABLE' });
  expect(await codes(expert, NAME)).toEqual(['NOT_FOUND']);
});

test('withdrawing consent closes the record at once, even before the case hears of it', async () => {
  const consultationId = await pendingConsultation();
  await step(coordinator, 'inviteExperts', { consultationId, expertIds: [expert.practitionerId] });
  expect(await codes(expert, PATIENT)).toEqual([]);
  const consents = `query($id: ID!) { patient(id: $id) { consents { id purpose } } }`;
  const { data } = await huizhen.ask(requester, consents, { id: patientId });
  const [remote] = (data['patient'] as { consents: { id: string; purpose: string }[] }).consents.filter(
    ({ purpose }) => purpose === 'REMOTE_CONSULTATION',
  );
  await huizhen.ask(requester, `mutation($id: ID!) { withdrawConsent(consentId: $id) { id } }`, { id: remote?.id });
  expect(await codes(expert, PATIENT)).toEqual(['NOT_FOUND']);
});
