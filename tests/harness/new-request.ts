/** The main job's people, and a request of theirs that only has to be submitted. */
import { randomUUID } from 'node:crypto';
import type { Actor } from './actor.ts';
import type { Clinic } from './clinic.ts';
import { bundleOf, createConsultation, importPatient, practitionerIdOf, recordConsent } from './main-job.ts';

export interface NewRequest {
  readonly requester: Actor;
  readonly coordinator: Actor;
  readonly expert: Actor;
  readonly expertId: string;
  readonly id: string;
  readonly status: string;
}

/** For a patient of its own, with the consent that it takes. */
export async function newRequest(clinic: Clinic): Promise<NewRequest> {
  const [requester, coordinator, expert] = await Promise.all([
    clinic.as('requester'),
    clinic.as('coordinator'),
    clinic.as('expert1'),
  ]);
  const patientId = await importPatient(requester, bundleOf(randomUUID()));
  await recordConsent(requester, patientId);
  const { id, status } = await createConsultation(requester, patientId);
  return { requester, coordinator, expert, expertId: await practitionerIdOf(expert), id, status };
}
