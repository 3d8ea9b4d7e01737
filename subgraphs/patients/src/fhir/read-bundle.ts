/** Reads a FHIR R4 Bundle: what can be taken becomes plain records, the rest is listed with its place and the reason. */
import { readEntry, shownType, type BundleEntry } from './bundle-entry.ts';
import { indexBundle, type BundleIndex } from './bundle-index.ts';
import { canonicalJson, contentHash } from './canonical-json.ts';
import type { JsonValue } from './json-value.ts';
import { parseBundleText, type BundleFault } from './parse-bundle-text.ts';
import { patientOfEntry } from './patient-of-entry.ts';
import { readClinicalFacts, reasonNotKept } from './read-clinical-facts.ts';
import { readPatient } from './read-patient.ts';
import type { ReadClinical, ReadPatient, ReadResource, SourceFacts } from './read-resource.ts';
import type { ReadResult } from './read-result.ts';
import { skipReasons } from './skip-reasons.ts';

export interface SkippedEntry {
  readonly index: number;
  readonly resourceType: string | null;
  readonly reason: string;
}
/** `resources` and `skipped` are in the bundle's order. */
export interface BundleContents {
  readonly ok: true;
  readonly resources: readonly ReadResource[];
  readonly skipped: readonly SkippedEntry[];
}
export type BundleReading = BundleContents | { readonly ok: false; readonly faults: readonly BundleFault[] };

/** Never throws on bad data. Records of patients outside the bundle are kept until `settleOutsidePatients` decides. */
export function readBundle(text: string): BundleReading {
  const bundle = parseBundleText(text);
  return bundle.ok ? readEntries(bundle.entries) : bundle;
}

function readEntries(entries: readonly JsonValue[]): BundleContents {
  const resources: ReadResource[] = [];
  const skipped: SkippedEntry[] = [];
  const collect = (index: number, read: ReadResult<ReadResource>) => {
    if (read.ok) resources.push(read.kept);
    else skipped.push({ index, resourceType: shownType(entries[index] ?? null), reason: read.reason });
  };
  const usable = usableEntries(entries, collect);
  const index = indexBundle(usable);
  const wanted = usable.filter((entry) => reasonNotKept(entry.resourceType) === null);
  for (const entry of wanted.filter(isPatient)) collect(entry.index, readPatientEntry(entry));
  const keptKeys = new Set(resources.map((patient) => patient.sourceKey));
  for (const entry of wanted.filter((one) => !isPatient(one))) {
    collect(entry.index, readClinicalEntry(entry, index, keptKeys));
  }
  for (const entry of usable) {
    const reason = reasonNotKept(entry.resourceType);
    if (reason !== null) collect(entry.index, { ok: false, reason });
  }
  return { ok: true, resources: resources.toSorted(byIndex), skipped: skipped.toSorted(byIndex) };
}

/** Entries with a resource, each identity once. */
function usableEntries(
  entries: readonly JsonValue[],
  collect: (index: number, read: ReadResult<ReadResource>) => void,
): BundleEntry[] {
  const byKey = new Map<string, BundleEntry>();
  entries.forEach((value, index) => {
    const read = readEntry(index, value);
    if (!read.ok) return collect(index, read);
    const first = byKey.get(read.kept.sourceKey);
    if (first !== undefined) return collect(index, { ok: false, reason: skipReasons.repeats(first.index) });
    byKey.set(read.kept.sourceKey, read.kept);
  });
  return [...byKey.values()];
}

function readPatientEntry(entry: BundleEntry): ReadResult<ReadPatient> {
  const read = readPatient(entry.resource);
  return read.ok ? { ok: true, kept: { ...read.kept, ...sourceFacts(entry) } } : read;
}

function readClinicalEntry(
  entry: BundleEntry,
  index: BundleIndex,
  keptKeys: ReadonlySet<string>,
): ReadResult<ReadClinical> {
  const patient = patientOfEntry(entry, index, keptKeys);
  if (!patient.ok) return patient;
  const facts = readClinicalFacts(entry, index);
  return facts.ok ? { ok: true, kept: { ...facts.kept, ...patient.kept, ...sourceFacts(entry) } } : facts;
}

function sourceFacts({ index, resource, sourceKey }: BundleEntry): SourceFacts {
  const raw = canonicalJson(resource);
  return { index, sourceKey, contentHash: contentHash(raw), raw };
}

function isPatient(entry: BundleEntry): boolean {
  return entry.resourceType === 'Patient';
}

function byIndex(left: { index: number }, right: { index: number }): number {
  return left.index - right.index;
}
