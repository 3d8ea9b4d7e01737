/** A consultation brought to a status by the people whose steps lead there. */
import { randomUUID } from 'node:crypto';
import type { Clinic } from './clinic.ts';
import { bundleOf, createConsultation, importPatient, practitionerIdOf, recordConsent, step } from './main-job.ts';

const statuses = [
  'DRAFT',
  'UNDER_REVIEW',
  'PENDING',
  'ASSIGNED',
  'IN_PROGRESS',
  'AWAITING_OPINION',
  'COMPLETED',
] as const;
export type Reached = (typeof statuses)[number];

export interface CaseAtHand {
  readonly id: string;
  readonly patientId: string;
  readonly consentId: string;
}

/** By requester, coordinator and expert1, for a new patient of the requester's institution who consents, until some time. */
export async function consultationAt(clinic: Clinic, reached: Reached, consentedUntil?: Date): Promise<CaseAtHand> {
  const people = ['requester', 'coordinator', 'expert1'] as const;
  const [requester, coordinator, expert] = await Promise.all(people.map((name) => clinic.as(name)));
  if (!requester || !coordinator || !expert) throw new Error('Somebody could not sign in.');
  const patientId = await importPatient(requester, bundleOf(randomUUID()));
  const consentId = await recordConsent(requester, patientId, undefined, consentedUntil);
  const { id } = await createConsultation(requester, patientId);
  const inviteAndAccept = async () => {
    await step.invite(coordinator, id, [await practitionerIdOf(expert)]);
    await step.accept(expert, id);
  };
  const steps = [
    () => step.submit(requester, id),
    () => step.approve(coordinator, id),
    inviteAndAccept,
    () => step.start(requester, id),
    () => step.end(requester, id),
    async () => {
      await step.signOpinion(expert, id);
      await step.complete(requester, id);
    },
  ];
  for (const take of steps.slice(0, statuses.indexOf(reached))) await take();
  return { id, patientId, consentId };
}
