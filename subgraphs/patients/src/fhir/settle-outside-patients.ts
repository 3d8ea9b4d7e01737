/** Decides on records whose patient is not in the bundle: they stay when the platform knows the patient already. */
import type { BundleContents, SkippedEntry } from './read-bundle.ts';
import type { ReadResource } from './read-resource.ts';
import { skipReasons } from './skip-reasons.ts';

/** The source keys to look up before settling, each once. */
export function outsidePatientKeys({ resources }: BundleContents): readonly string[] {
  return [...new Set(resources.filter(isOutside).map((resource) => resource.patientKey))];
}

export function settleOutsidePatients(
  contents: BundleContents,
  knows: (patientKey: string) => boolean,
): BundleContents {
  const orphans = contents.resources.filter(isOutside).filter((resource) => !knows(resource.patientKey));
  const lost = new Set(orphans.map(({ index }) => index));
  const skipped: SkippedEntry[] = orphans.map(({ index, resourceType }) => {
    return { index, resourceType, reason: skipReasons.unknownPatient };
  });
  return {
    ok: true,
    resources: contents.resources.filter(({ index }) => !lost.has(index)),
    skipped: [...contents.skipped, ...skipped].toSorted((left, right) => left.index - right.index),
  };
}

function isOutside(resource: ReadResource): resource is Extract<ReadResource, { patientInBundle: boolean }> {
  return resource.resourceType !== 'Patient' && !resource.patientInBundle;
}
