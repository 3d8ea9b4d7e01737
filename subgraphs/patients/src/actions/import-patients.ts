/** Brings a bundle's patients into the institution: new ones are added, known ones brought up to date. */
import type { SkippedEntry } from '../fhir/read-bundle.ts';
import type { ReadPatient } from '../fhir/read-resource.ts';
import { skipReasons } from '../fhir/skip-reasons.ts';
import type { PatientsUnit } from '../store/patients.store.ts';
import type { ImportCounts, ImportInto } from './import-contents.ts';
import { insertOrMatch, type Settled } from './insert-or-match.ts';
import { arrivalOf, matchPatients, withoutRepeats, type PatientArrival, type PatientMatch, type Repeat } from './match-patients.ts';
import { insertPatients, updatePatients } from './write-patients.ts';

export interface PatientImport extends ImportCounts {
  /** The patients' ids by their keys at the source. */
  readonly idOfKey: ReadonlyMap<string, string>;
  readonly skipped: readonly SkippedEntry[];
  /** Source keys of those who were refused, with their places in the bundle. */
  readonly refusedKeys: ReadonlyMap<string, number>;
}

type SettledPatients = Settled<PatientArrival, PatientMatch>;

const contradiction = 'its key belongs to one patient here and its identity number to another; correct one of them at the source';

export async function importPatients(unit: PatientsUnit, patients: readonly ReadPatient[], into: ImportInto): Promise<PatientImport> {
  const { institutionId } = into;
  const { once, repeats } = withoutRepeats(patients.map((facts) => arrivalOf(unit, facts, institutionId)));
  const newIds = new Map(once.map((arrival) => [arrival, into.newPatientId(arrival.facts)]));
  const numbered = (arrivals: readonly PatientArrival[]) =>
    arrivals.flatMap((arrival) => ({ arrival, id: newIds.get(arrival) ?? into.newPatientId(arrival.facts) }));
  const settled = await insertOrMatch(once, {
    known: (some) => matchPatients(unit, some, institutionId),
    insert: (some) => insertPatients(unit, institutionId, numbered(some)),
  });
  const kept = settled.matched.filter(([, match]) => !match.contradicts);
  const changed = kept.filter(([{ facts }, { id, contentIndex }]) => unit.indexes.content(id, facts.contentHash) !== contentIndex);
  await updatePatients(unit, institutionId, changed.map(([arrival, { id }]) => ({ id, arrival })));
  const added = new Map(numbered(settled.inserted).map(({ arrival, id }) => [arrival, id]));
  const ids = new Map([...added, ...kept.map(([arrival, { id }]) => [arrival, id] as const)]);
  await rememberSources(unit, institutionId, { kept, repeats, ids });
  return {
    ...resultOf(settled, repeats, ids),
    created: settled.inserted.length,
    updated: changed.length,
    unchanged: kept.length - changed.length,
  };
}

interface Found {
  readonly kept: SettledPatients['matched'];
  readonly repeats: readonly Repeat[];
  readonly ids: ReadonlyMap<PatientArrival, string>;
}

/** Keys that are new for a known patient, so that later bundles may refer to them. */
async function rememberSources(unit: PatientsUnit, institutionId: string, { kept, repeats, ids }: Found): Promise<void> {
  const foundByIdentity = kept.flatMap(([{ sourceIndex }, { id, bySource }]) => (bySource ? [] : [{ sourceIndex, id }]));
  const repeated = repeats.flatMap(({ arrival: { sourceIndex }, first }) => {
    const id = ids.get(first);
    return id === undefined ? [] : [{ sourceIndex, id }];
  });
  const sources = [...foundByIdentity, ...repeated].map(({ sourceIndex, id }) => {
    return { institution_id: institutionId, source_index: sourceIndex, patient_id: id };
  });
  if (sources.length > 0) await unit.patientImports.addSources(sources);
}

function resultOf(settled: SettledPatients, repeats: readonly Repeat[], ids: Found['ids']) {
  const refused = settled.matched.filter(([, { contradicts }]) => contradicts).map(([{ facts }]) => facts);
  const skip = (index: number, reason: string): SkippedEntry => ({ index, resourceType: 'Patient', reason });
  const keys = [...ids].map(([{ facts }, id]) => [facts.sourceKey, id] as const);
  const repeatedKeys = repeats.flatMap(({ arrival, first }) => {
    const id = ids.get(first);
    return id === undefined ? [] : [[arrival.facts.sourceKey, id] as const];
  });
  return {
    idOfKey: new Map([...keys, ...repeatedKeys]),
    skipped: [
      ...refused.map(({ index }) => skip(index, contradiction)),
      ...repeats.map(({ arrival, first }) => skip(arrival.facts.index, skipReasons.repeats(first.facts.index))),
    ],
    refusedKeys: new Map(refused.map(({ sourceKey, index }) => [sourceKey, index])),
  };
}
