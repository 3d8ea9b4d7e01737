/** Brings a bundle's patients into the institution: new ones are added, known ones brought up to date. */
import type { SkippedEntry } from '../fhir/read-bundle.ts';
import type { ReadPatient } from '../fhir/read-resource.ts';
import { skipReasons } from '../fhir/skip-reasons.ts';
import type { PatientsUnit } from '../store/patients.store.ts';
import type { ImportCounts, ImportInto } from './import-into.ts';
import { arrivalOf, withoutRepeats, type Repeat } from './match-patients.ts';
import { settlePatients, type SettledPatients } from './settle-patients.ts';
import { updatePatients, type PatientToSeal } from './write-patients.ts';

export interface PatientImport extends ImportCounts {
  /** The patients' ids by their keys at the source. */
  readonly idOfKey: ReadonlyMap<string, string>;
  readonly skipped: readonly SkippedEntry[];
  /** Source keys of those who were refused, with their places in the bundle. */
  readonly refusedKeys: ReadonlyMap<string, number>;
}

const contradiction =
  'its key belongs to one patient here and its identity number to another; correct one of them at the source';

export async function importPatients(
  unit: PatientsUnit,
  patients: readonly ReadPatient[],
  into: ImportInto,
): Promise<PatientImport> {
  const { institutionId } = into;
  const { once, repeats } = withoutRepeats(patients.map((facts) => arrivalOf(unit, facts, institutionId)));
  const settled = await settlePatients(unit, once, into);
  const { added, kept, changed, refused } = settled;
  await updatePatients(unit, institutionId, changed);
  const repeated = underFirst(repeats, [...added, ...kept]);
  await rememberSources(unit, institutionId, [...kept.filter(({ bySource }) => !bySource), ...repeated]);
  return {
    idOfKey: new Map([...added, ...kept, ...repeated].map(({ arrival, id }) => [arrival.facts.sourceKey, id])),
    skipped: skippedOf(settled, repeats),
    refusedKeys: new Map(refused.map(({ sourceKey, index }) => [sourceKey, index])),
    created: added.length,
    updated: changed.length,
    unchanged: kept.length - changed.length,
  };
}

/** Those who came twice, with the id of the first. */
function underFirst(repeats: readonly Repeat[], people: readonly PatientToSeal[]): PatientToSeal[] {
  const ids = new Map(people.map(({ arrival, id }) => [arrival, id]));
  return repeats.flatMap(({ arrival, first }) => {
    const id = ids.get(first);
    return id === undefined ? [] : [{ arrival, id }];
  });
}

/** Keys that are new for a known patient, so that later bundles may refer to them. */
async function rememberSources(
  unit: PatientsUnit,
  institutionId: string,
  people: readonly PatientToSeal[],
): Promise<void> {
  if (people.length === 0) return;
  await unit.patientImports.addSources(
    people.map(({ arrival, id }) => {
      return { institution_id: institutionId, source_index: arrival.sourceIndex, patient_id: id };
    }),
  );
}

function skippedOf({ refused }: SettledPatients, repeats: readonly Repeat[]): SkippedEntry[] {
  const skip = (index: number, reason: string): SkippedEntry => ({ index, resourceType: 'Patient', reason });
  return [
    ...refused.map(({ index }) => skip(index, contradiction)),
    ...repeats.map(({ arrival, first }) => skip(arrival.facts.index, skipReasons.repeats(first.facts.index))),
  ];
}
