/** The demo consultations cover every status, refer to demo people only, and are possible by the rules. */
import { demoCounts, demoExpertId, demoExpertSeats, demoId, institutionOfPractitioner } from '@huizhen/schema/demo-ids';
import { expect, test } from 'vitest';
import { demoConsultations } from '../src/demo/demo-consultations.ts';
import { playDemoConsultation } from '../src/demo/play-demo-consultation.ts';

const now = new Date('2026-11-20T08:00:00Z');
const consultations = demoConsultations(now);
const numbersTo = (count: number) => Array.from({ length: count }, (_, at) => at + 1);

function played() {
  let ids = 0;
  const newId = () => demoId('timelineEntry', (ids += 1));
  return consultations.map((demo, at) => playDemoConsultation(demo, `DEMO-${at + 1}`, newId));
}

test('about two dozen, every status among them, each reached by its own steps', () => {
  expect(consultations).toHaveLength(25);
  expect(new Set(consultations.map(({ status }) => status)).size).toBe(10);
  expect(played().map(({ status }) => status)).toEqual(consultations.map(({ status }) => status));
  expect(new Set(consultations.map(({ kind }) => kind)).size).toBe(5);
  expect(new Set(consultations.map(({ urgency }) => urgency)).size).toBe(3);
});

test('the replay leaves every kind of invitation, opinions that disagree, and both ways of closing', () => {
  const all = played();
  const invitations = all.flatMap((one) => one.invitations.map(({ status }) => status));
  expect([...new Set(invitations)].toSorted()).toEqual(['ACCEPTED', 'DECLINED', 'EXPIRED', 'REQUESTED', 'WITHDRAWN']);
  expect(all.flatMap((one) => one.closeReason ?? [])).toEqual(
    expect.arrayContaining(['REQUESTER', 'TRANSFERRED_OFFLINE']),
  );
  const disputed = all.find(({ kind, status }) => kind === 'MULTIDISCIPLINARY' && status === 'COMPLETED');
  expect(disputed?.opinions.map(({ version }) => version)).toEqual([1, 1, 2]);
  expect(all.some((one) => one.overdue(now))).toBe(true);
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
