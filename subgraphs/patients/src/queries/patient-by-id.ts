/** Patients by id, as far as the viewer may know them. */
import { inOrderOf, loader } from '@huizhen/platform/subgraph/loader';
import { found } from '@huizhen/platform/access/allow';
import type { Patient } from '../domain/patient.ts';
import type { PatientsContext } from '../store/patients.store.ts';
import { standingOfPatient } from './standing-of-patients.ts';

const patientById = loader(async (context: PatientsContext, ids: readonly string[]) => {
  const standings = await standingOfPatient(context).loadMany(ids);
  const known = standings.flatMap((standing) => {
    if (standing instanceof Error) throw standing;
    return standing ? [standing.patient.id] : [];
  });
  if (known.length === 0) return ids.map(() => null);
  return context.read(async ({ patients, audit }) => {
    audit.read(
      'patient.read',
      known.map((id) => ({ id, patientId: id })),
    );
    return inOrderOf(ids, await patients.byIds(known), ({ id }) => id);
  });
});

/** The patient, or NOT_FOUND: the same for one who is not there and for one who is not the viewer's to know. */
export async function knownPatient(context: PatientsContext, id: string): Promise<Patient> {
  return found(await patientById(context).load(id), 'patient.read', id);
}
