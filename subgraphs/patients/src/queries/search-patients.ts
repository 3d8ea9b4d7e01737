/** The patients of the viewer's institution, or the patient who is the viewer, newest first. */
import { allow } from '@huizhen/platform/access/allow';
import type { PageRequest } from '@huizhen/platform/subgraph/page-request';
import { maySearch } from '../domain/patient-policy.ts';
import type { PatientSearch } from '../store/patient.repository.ts';
import type { PatientsContext, PatientsUnit } from '../store/patients.store.ts';

export interface FoundPatients {
  /** One more than asked for where more follows. */
  readonly ids: readonly string[];
  readonly count: () => Promise<number>;
}

export async function searchPatients(
  context: PatientsContext,
  search: string | null,
  request: PageRequest<readonly [string]>,
): Promise<FoundPatients> {
  const viewer = context.signedIn();
  return context.read(async (unit) => {
    allow(maySearch(viewer), 'patient.search', { id: viewer.subject, patientId: viewer.patientId });
    const wanted = await withinReach(context, unit, search);
    if (wanted === null) return { ids: [], count: () => Promise.resolve(0) };
    return {
      ids: await unit.patients.search(wanted, request),
      count: () => context.read(({ patients }) => patients.count(wanted)),
    };
  });
}

/** Staff search their institution; a patient, whose tokens are under the managing institution's key, finds nobody else. */
async function withinReach(
  context: PatientsContext,
  unit: PatientsUnit,
  search: string | null,
): Promise<PatientSearch | null> {
  const { institutionId, patientId, roles } = context.signedIn();
  const asStaff = roles.includes('REQUESTER') || roles.includes('PARTNER');
  if (asStaff && institutionId !== null) return { institutionId, patientId: null, search };
  const [self] = patientId === null ? [] : await unit.patients.placesOf([patientId]);
  return self ? { institutionId: self.institutionId, patientId: self.id, search } : null;
}
