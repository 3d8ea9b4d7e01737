/** Consents of patients whom the viewer may know, and whether one is in force. */
import { groupedBy, loader } from '@huizhen/platform/subgraph/loader';
import { isInForce, type ConsentPurpose } from '../domain/consent.ts';
import type { PatientsContext } from '../store/patients.store.ts';
import { knownPatient } from './patient-by-id.ts';
import { standingOfPatient } from './standing-of-patients.ts';

export const consentsOfPatient = loader(async (context: PatientsContext, ids: readonly string[]) => {
  const standings = await standingOfPatient(context).loadMany(ids);
  const known = standings.flatMap((standing) =>
    standing === null || standing instanceof Error ? [] : [standing.patient.id],
  );
  return context.read(async ({ consents, audit }) => {
    audit.read(
      'consent.read',
      known.map((id) => ({ id, patientId: id })),
    );
    return groupedBy(ids, await consents.ofPatients(known), ({ patientId }) => patientId);
  });
});

export async function consentInForce(
  context: PatientsContext,
  patientId: string,
  purpose: ConsentPurpose,
): Promise<boolean> {
  if ((await standingOfPatient(context).load(patientId)) === null) await knownPatient(context, patientId);
  const consents = await consentsOfPatient(context).load(patientId);
  const now = context.clock.now();
  return consents.some((consent) => consent.purpose === purpose && isInForce(consent, now));
}
