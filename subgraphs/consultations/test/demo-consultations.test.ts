/** The demo consultations cover every status, refer to demo people only, and are possible by the rules. */
import { demoCounts, demoExpertId, demoExpertSeats, demoId, institutionOfPractitioner } from '@huizhen/schema/demo-ids';
import { expect, test } from 'vitest';
import { demoConsultations, type DemoConsultation } from '../src/demo/demo-consultations.ts';

const now = new Date('2026-11-20T08:00:00Z');
const consultations = demoConsultations(now);
const numbersTo = (count: number) => Array.from({ length: count }, (_, at) => at + 1);

/** The status after each action, as drawn in the domain's state diagram. */
// oxfmt-ignore
const after: Record<string, (status: string) => string> = {
  SUBMIT: () => 'UNDER_REVIEW', APPROVE: () => 'PENDING', RETURN: () => 'RETURNED', START: () => 'IN_PROGRESS',
  INTERRUPT: () => 'INTERRUPTED', RESUME: () => 'IN_PROGRESS', END: () => 'AWAITING_OPINION', COMPLETE: () => 'COMPLETED',
  CANCEL: () => 'CANCELLED', ACCEPT: (status) => (status === 'PENDING' ? 'ASSIGNED' : status),
  SIGN_OPINION: (status) => (status === 'ASSIGNED' ? 'AWAITING_OPINION' : status),
};

function statusAfter({ steps }: DemoConsultation): string {
  return steps.reduce((status, { step }) => after[step.action]?.(status) ?? status, 'DRAFT');
}

test('about two dozen, every status among them, each reached by its own steps', () => {
  expect(consultations).toHaveLength(25);
  expect(new Set(consultations.map(({ status }) => status)).size).toBe(10);
  expect(consultations.map(statusAfter)).toEqual(consultations.map(({ status }) => status));
  expect(new Set(consultations.map(({ kind }) => kind)).size).toBe(5);
  expect(new Set(consultations.map(({ urgency }) => urgency)).size).toBe(3);
});

test('everybody in them is a demo person of the right institution', () => {
  const patients = numbersTo(demoCounts.patients).map((n) => demoId('patient', n));
  for (const { patientId, requesterId, institutionId } of consultations) {
    expect(patients).toContain(patientId);
    const requester = numbersTo(demoCounts.practitioners).find((n) => demoId('practitioner', n) === requesterId) ?? 0;
    expect(demoId('institution', institutionOfPractitioner(requester))).toBe(institutionId);
  }
});

test('only invited experts answer, only accepted ones sign, and the signer is at a hospital the clinic has an agreement with', () => {
  for (const { steps, institutionId } of consultations) {
    const invited = new Set<number>();
    const accepted = new Set<number>();
    for (const { step, practitionerId } of steps) {
      if (step.action === 'INVITE') step.experts.forEach((expert) => invited.add(expert));
      if (!('expert' in step)) continue;
      expect(invited).toContain(step.expert);
      if (step.action === 'ACCEPT') accepted.add(step.expert);
      if (step.action === 'SIGN_OPINION' || step.action === 'AMEND') expect(accepted).toContain(step.expert);
      if (step.by === 'expert') expect(practitionerId).toBe(demoExpertId(step.expert));
      const expiredAgreement =
        institutionId === demoId('institution', 4) && demoExpertSeats[step.expert - 1]?.institution === 10;
      expect(expiredAgreement).toBe(false);
    }
  }
});

test('steps run forward in time and never lie ahead; texts pass the completeness gate', () => {
  for (const { steps, createdAt, reason, summary } of consultations) {
    const times = [createdAt, ...steps.map(({ at }) => at), now].map((at) => at.getTime());
    expect(times).toEqual(times.toSorted((left, right) => left - right));
    expect(reason.length).toBeGreaterThan(8);
    expect(summary.length).toBeGreaterThan(30);
  }
});

test('the requester, the experts and the patient of the demo accounts have something to see', () => {
  const requester = demoId('practitioner', 1);
  expect(consultations.filter(({ requesterId }) => requesterId === requester).length).toBeGreaterThan(3);
  expect(
    consultations.filter(({ patientId }) => patientId === demoId('patient', 1)).map(({ status }) => status),
  ).toEqual(expect.arrayContaining(['DRAFT', 'IN_PROGRESS', 'COMPLETED']));
});

test('the same moment gives the same data, oldest first', () => {
  expect(demoConsultations(now)).toEqual(consultations);
  expect(new Set(consultations.map(({ id }) => id)).size).toBe(consultations.length);
});
