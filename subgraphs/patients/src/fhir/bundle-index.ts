/** Finds what a reference inside a bundle points at, by the rules of FHIR R4 (bundle.html, "resolving references"). */
import type { BundleEntry } from './bundle-entry.ts';
import { identifierKey, identifierKeys, withoutVersion } from './source-key.ts';
import type { FhirReference } from './fhir-elements.ts';

export interface BundleIndex {
  /** The entry that the reference names, seen from the entry that holds it; undefined when it is elsewhere. */
  find(from: BundleEntry, reference: string): BundleEntry | undefined;
}

export function indexBundle(entries: readonly BundleEntry[]): BundleIndex {
  const byName = new Map<string, BundleEntry>();
  const byTypeAndId = new Map<string, BundleEntry[]>();
  for (const entry of entries) {
    for (const name of namesOf(entry)) if (!byName.has(name)) byName.set(name, entry);
    for (const name of typeAndId(entry)) byTypeAndId.set(name, [...(byTypeAndId.get(name) ?? []), entry]);
  }
  return {
    find: (from, reference) => {
      const named = candidates(from, reference).flatMap((name) => byName.get(name) ?? [])[0];
      return named ?? (isHttp(from.fullUrl) ? undefined : only(byTypeAndId.get(withoutVersion(reference))));
    },
  };
}

/** The key that the referred resource has at the source, when it is not in the bundle. */
export function outsideKey(from: BundleEntry, reference: string): string {
  return candidates(from, reference)[0] ?? reference;
}

/** A literal reference, or a logical one (by identifier) in the form of a conditional reference. */
export function referenceText(reference: FhirReference, type: string): string | null {
  if (reference.reference) return reference.reference;
  const identifier = reference.identifier;
  return identifier?.value ? identifierKey(type, identifier.system ?? undefined, identifier.value) : null;
}

function namesOf(entry: BundleEntry): string[] {
  // A full URL on a server is the only right name there; a relative reference must not reach another server's resource.
  const relative = isHttp(entry.fullUrl) ? [] : typeAndId(entry);
  return [entry.sourceKey, ...relative, ...identifierKeys(entry.resource)];
}

function typeAndId({ resource, resourceType }: BundleEntry): string[] {
  const id = resource['id'];
  return typeof id === 'string' ? [`${resourceType}/${id}`] : [];
}

/** An entry that names no server may mean any, so only an unambiguous type and id will do. */
function only(entries: readonly BundleEntry[] | undefined): BundleEntry | undefined {
  return entries?.length === 1 ? entries[0] : undefined;
}

function candidates(from: BundleEntry, reference: string): string[] {
  const name = withoutVersion(reference);
  const base = isHttp(from.fullUrl)
    ? /^(.*\/)[A-Za-z]+\/[^/]+$/.exec(withoutVersion(from.fullUrl ?? ''))?.[1]
    : undefined;
  return base !== undefined && /^[A-Za-z]+\/[^/?]+$/.test(name) ? [`${base}${name}`, name] : [name];
}

function isHttp(url: string | null): boolean {
  return url !== null && /^https?:\/\//i.test(url);
}
