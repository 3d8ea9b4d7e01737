/** How the viewer stands to patients: the one way by which every read of a patient goes. */
import { loader } from '@huizhen/platform/subgraph/loader';
import { mayKnowPatient, type PatientStanding } from '../domain/patient-policy.ts';
import type { PatientsContext, PatientsUnit } from '../store/patients.store.ts';
import { careRelations, type CareRelations } from './care-relations.ts';
import { isUuid } from '../domain/is-uuid.ts';

/** Null for a patient who is not there and for one whom the viewer may not know; the access log has the refusal. */
export const standingOfPatient = loader(async (context: PatientsContext, ids: readonly string[]) => {
  const viewer = context.signedIn();
  const wanted = [...new Set(ids.filter(isUuid))];
  // Asked before the read, so that no transaction waits for another subgraph.
  const relations = await careRelations(context, viewer, wanted);
  return context.read(async (unit) => {
    const sharing = sharedIn(context);
    if (relations.size > 0) unit.share([...sharing, ...relations.keys()]);
    const standings = await standingsOf(context, unit, { wanted, relations });
    const known = standings.filter((standing) => mayKnowPatient(viewer, standing).allowed);
    for (const { patient } of known) if (relations.has(patient.id)) sharing.add(patient.id);
    const tooMany = [...relations.keys()].some((id) => !sharing.has(id));
    if (tooMany) unit.share([...sharing]);
    const byId = new Map(known.map((standing) => [standing.patient.id, standing]));
    const refused = ids.filter((id) => !byId.has(id));
    if (refused.length > 0) unit.audit.deny('patient.read', refused.map(subjectOf), 'not there or not theirs');
    return ids.map((id) => byId.get(id) ?? null);
  });
});

async function standingsOf(
  context: PatientsContext,
  unit: PatientsUnit,
  { wanted, relations }: { wanted: readonly string[]; relations: CareRelations },
): Promise<PatientStanding[]> {
  const related = [...relations.keys()];
  const [places, consenting] = await Promise.all([
    unit.patients.placesOf(wanted),
    unit.consents.consenting(related, 'REMOTE_CONSULTATION', context.clock.now()),
  ]);
  return places.map((patient) => ({
    patient,
    relations: relations.get(patient.id) ?? [],
    consented: consenting.has(patient.id),
  }));
}

/** Patients found to be shared so far; a later batch of the same operation adds to them. */
const shared = new WeakMap<PatientsContext, Set<string>>();

function sharedIn(context: PatientsContext): Set<string> {
  const sharing = shared.get(context) ?? new Set<string>();
  shared.set(context, sharing);
  return sharing;
}

function subjectOf(id: string) {
  return { id, patientId: isUuid(id) ? id : null };
}
