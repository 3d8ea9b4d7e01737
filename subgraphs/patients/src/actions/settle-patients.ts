/** Decides for each of a bundle's patients: new and inserted, known, known and changed, or refused. */
import type { ReadPatient } from '../fhir/read-resource.ts';
import type { PatientsUnit } from '../store/patients.store.ts';
import type { ImportInto } from './import-into.ts';
import { insertOrMatch } from './insert-or-match.ts';
import { matchPatients, type PatientArrival } from './match-patients.ts';
import { insertPatients, type PatientToSeal } from './write-patients.ts';

export interface SettledPatients {
  readonly added: readonly PatientToSeal[];
  readonly kept: readonly (PatientToSeal & { readonly bySource: boolean })[];
  /** Those of the kept whose content is another than before. */
  readonly changed: readonly PatientToSeal[];
  /** Their source key is one patient's and their identity number another's. */
  readonly refused: readonly ReadPatient[];
}

export async function settlePatients(
  unit: PatientsUnit,
  arrivals: readonly PatientArrival[],
  into: ImportInto,
): Promise<SettledPatients> {
  const people = new Map(arrivals.map((arrival) => [arrival, { arrival, id: into.newPatientId(arrival.facts) }]));
  const numbered = (some: readonly PatientArrival[]) => some.flatMap((arrival) => people.get(arrival) ?? []);
  const { inserted, matched } = await insertOrMatch(arrivals, {
    known: (some) => matchPatients(unit, some, into.institutionId),
    insert: (some) => insertPatients(unit, into.institutionId, numbered(some)),
  });
  const kept = matched
    .filter(([, { contradicts }]) => !contradicts)
    .map(([arrival, { id, bySource, contentIndex }]) => ({ arrival, id, bySource, contentIndex }));
  return {
    added: numbered(inserted),
    kept,
    changed: kept.filter(({ arrival, id, contentIndex }) => {
      return unit.indexes.content(id, arrival.facts.contentHash) !== contentIndex;
    }),
    refused: matched.filter(([, { contradicts }]) => contradicts).map(([{ facts }]) => facts),
  };
}
