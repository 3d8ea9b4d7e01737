/** Picks the reader for a clinical resource by its type, or says why the type is not kept. */
import type { BundleEntry } from './bundle-entry.ts';
import type { BundleIndex } from './bundle-index.ts';
import { isJsonObject, type JsonObject } from './json-value.ts';
import { readAllergy } from './read-allergy.ts';
import { readCondition } from './read-condition.ts';
import { readEncounter } from './read-encounter.ts';
import { readMedicationRequest, readMedicationStatement, type FindMedication } from './read-medication.ts';
import { readObservation } from './read-observation.ts';
import type { ClinicalFacts } from './read-resource.ts';
import type { ReadResult } from './read-result.ts';
import { skipReasons } from './skip-reasons.ts';

type ClinicalReader = (resource: JsonObject, find: FindMedication) => ReadResult<ClinicalFacts>;

const readers: ReadonlyMap<string, ClinicalReader> = new Map<string, ClinicalReader>([
  ['Encounter', readEncounter],
  ['Condition', readCondition],
  ['Observation', readObservation],
  ['MedicationRequest', readMedicationRequest],
  ['MedicationStatement', readMedicationStatement],
  ['AllergyIntolerance', readAllergy],
]);
const staffTypes = ['Practitioner', 'PractitionerRole', 'Organization', 'Location', 'Provenance'];

export function reasonNotKept(resourceType: string): string | null {
  if (resourceType === 'Patient' || readers.has(resourceType)) return null;
  if (resourceType === 'Medication') return skipReasons.medicationAlone;
  return staffTypes.includes(resourceType) ? skipReasons.provenanceOnly : skipReasons.notKept;
}

export function readClinicalFacts(entry: BundleEntry, index: BundleIndex): ReadResult<ClinicalFacts> {
  const reader = readers.get(entry.resourceType);
  if (reader === undefined) return { ok: false, reason: skipReasons.notKept };
  return reader(entry.resource, (reference) => medicationOf(entry, index, reference));
}

function medicationOf(entry: BundleEntry, index: BundleIndex, reference: string): JsonObject | undefined {
  if (!reference.startsWith('#')) return index.find(entry, reference)?.resource;
  const contained = entry.resource['contained'];
  const list = Array.isArray(contained) ? contained.filter(isJsonObject) : [];
  return list.find((resource) => resource['id'] === reference.slice(1));
}
