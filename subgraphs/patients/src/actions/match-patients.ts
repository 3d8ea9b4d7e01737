/** Finds out which of a bundle's patients the institution has already: by the source's key, or by the identity number. */
import type { ReadPatient } from '../fhir/read-resource.ts';
import type { PatientsUnit } from '../store/patients.store.ts';

export interface PatientArrival {
  readonly facts: ReadPatient;
  readonly sourceIndex: string;
  readonly identityIndex: string | null;
}

export interface PatientMatch {
  readonly id: string;
  readonly contentIndex: string;
  readonly bySource: boolean;
  /** The source key is one patient's and the identity number another's. */
  readonly contradicts: boolean;
}

export function arrivalOf(unit: PatientsUnit, facts: ReadPatient, institutionId: string): PatientArrival {
  const { sourceKey, identityNumber } = facts;
  return {
    facts,
    sourceIndex: unit.indexes.patientSource(institutionId, sourceKey),
    identityIndex: identityNumber && unit.indexes.identityNumber(institutionId, identityNumber),
  };
}

/** By the arrivals' source indexes. */
export async function matchPatients(
  unit: PatientsUnit,
  arrivals: readonly PatientArrival[],
  institutionId: string,
): Promise<Map<string, PatientMatch>> {
  const sources = arrivals.map(({ sourceIndex }) => sourceIndex);
  const identities = arrivals.flatMap(({ identityIndex }) => identityIndex ?? []);
  const known = await unit.patientImports.known(institutionId, sources, identities);
  const byPlace = new Map(known.map((one) => [`${one.by} ${one.key}`, one]));
  const matches = arrivals.flatMap(({ sourceIndex, identityIndex }) => {
    const bySource = byPlace.get(`source ${sourceIndex}`);
    const byIdentity = byPlace.get(`identity ${identityIndex ?? ''}`);
    const match = bySource ?? byIdentity;
    if (match === undefined) return [];
    const contradicts = bySource !== undefined && byIdentity !== undefined && bySource.id !== byIdentity.id;
    const facts = { id: match.id, contentIndex: match.content_index, bySource: bySource !== undefined, contradicts };
    return [[sourceIndex, facts] as const];
  });
  return new Map(matches);
}

export interface Repeat {
  readonly arrival: PatientArrival;
  /** The earlier arrival with the same identity number. */
  readonly first: PatientArrival;
}

/** One person may stand in a bundle under two keys; the first one counts, and records of the second go to the first. */
export function withoutRepeats(arrivals: readonly PatientArrival[]): { once: PatientArrival[]; repeats: Repeat[] } {
  const firsts = new Map<string, PatientArrival>();
  const repeats: Repeat[] = [];
  const once = arrivals.filter((arrival) => {
    const first = arrival.identityIndex === null ? undefined : firsts.get(arrival.identityIndex);
    if (first === undefined && arrival.identityIndex !== null) firsts.set(arrival.identityIndex, arrival);
    if (first !== undefined) repeats.push({ arrival, first });
    return first === undefined;
  });
  return { once, repeats };
}
