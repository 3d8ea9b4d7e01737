/** Whose record an entry belongs to: a patient of the bundle, a patient elsewhere, or nobody that can be told. */
import type { BundleEntry } from './bundle-entry.ts';
import { outsideKey, referenceText, type BundleIndex } from './bundle-index.ts';
import { referenceElement } from './fhir-elements.ts';
import type { PatientLink } from './read-resource.ts';
import { kept, skipped, type ReadResult } from './read-result.ts';
import { skipReasons } from './skip-reasons.ts';

const relative = /^(?:https?:.*\/)?([A-Z][A-Za-z]+)(?:\/[^/]+|\?.*)$/;

/** `keptKeys` holds the source keys of the bundle's patients that were kept. */
export function patientOfEntry(
  entry: BundleEntry,
  index: BundleIndex,
  keptKeys: ReadonlySet<string>,
): ReadResult<PatientLink> {
  const reference = patientReference(entry);
  if (reference === null) return skipped(skipReasons.noPatientReference);
  if (reference.startsWith('#')) return skipped(skipReasons.containedPatient);
  const found = index.find(entry, reference);
  if (found === undefined) return outside(entry, reference);
  if (found.resourceType !== 'Patient') return skipped(skipReasons.notAboutAPatient);
  if (!keptKeys.has(found.sourceKey)) return skipped(skipReasons.patientSkipped(found.index));
  return kept({ patientKey: found.sourceKey, patientInBundle: true });
}

function outside(entry: BundleEntry, reference: string): ReadResult<PatientLink> {
  const type = relative.exec(reference)?.[1] ?? 'Patient';
  if (type !== 'Patient') return skipped(skipReasons.notAboutAPatient);
  return kept({ patientKey: outsideKey(entry, reference), patientInBundle: false });
}

/** Most clinical resources say `subject`, AllergyIntolerance says `patient`. */
function patientReference({ resource }: BundleEntry): string | null {
  const parsed = referenceElement.safeParse(resource['subject'] ?? resource['patient']);
  return parsed.success ? referenceText(parsed.data, 'Patient') : null;
}
