/** How other subgraphs' mentions of patients are completed: by the same way as every read of a patient. */
import { knownPatient } from '../queries/patient-by-id.ts';
import type { PatientsContext } from '../store/patients.store.ts';
import { patientType } from './patient.type.ts';

export const patientsReferences = {
  Patient: async ({ id }: { id: string }, context: PatientsContext) =>
    patientType(context, await knownPatient(context, id)),
};
