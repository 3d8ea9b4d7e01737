/** A consultation that waits for the answers of experts whom the coordinator has asked. */
import { randomUUID } from 'node:crypto';
import type { Clinic } from './clinic.ts';
import { bundleOf, createConsultation, importPatient, practitionerIdOf, recordConsent, step } from './main-job.ts';

export interface AskedCase {
  readonly id: string;
  readonly number: string;
}

/** For a new patient of the requester's institution who consents. */
export async function invited(
  clinic: Clinic,
  experts: readonly string[],
  request: Readonly<Record<string, unknown>> = {},
): Promise<AskedCase> {
  const [requester, coordinator] = await Promise.all([clinic.as('requester'), clinic.as('coordinator')]);
  const patientId = await importPatient(requester, bundleOf(randomUUID()));
  await recordConsent(requester, patientId);
  const { id, number } = await createConsultation(requester, patientId, request);
  await step.submit(requester, id);
  await step.approve(coordinator, id);
  const ids = await Promise.all(experts.map(async (name) => practitionerIdOf(await clinic.as(name))));
  await step.invite(coordinator, id, ids);
  return { id, number };
}
