/** From untrusted text to the entries of a FHIR Bundle, or to every fault that makes the whole text unusable. */
import { bundleLimits } from './bundle-limits.ts';
import { cleanJson, isJsonObject, type JsonObject, type JsonValue } from './json-value.ts';
import { nestingDepth } from './nesting-depth.ts';

export interface BundleFault {
  readonly path: string;
  readonly message: string;
}
export type ParsedBundle =
  | { readonly ok: true; readonly entries: readonly JsonValue[] }
  | { readonly ok: false; readonly faults: readonly BundleFault[] };

const importedTypes: readonly JsonValue[] = ['transaction', 'batch', 'collection', 'searchset'];

export function parseBundleText(text: string): ParsedBundle {
  const tooMuch = faultOfSize(text);
  if (tooMuch !== null) return fault('bundle', tooMuch);
  const parsed = parseJson(text);
  if (parsed === undefined) return fault('bundle', 'is not valid JSON; send the FHIR R4 Bundle as JSON text');
  if (!isJsonObject(parsed)) return fault('bundle', 'is not a JSON object; send one FHIR R4 Bundle');
  return readEnvelope(parsed);
}

function readEnvelope(bundle: JsonObject): ParsedBundle {
  if (bundle['resourceType'] !== 'Bundle') {
    return fault('bundle.resourceType', 'is not "Bundle"; wrap single resources in a Bundle of type collection');
  }
  const faults: BundleFault[] = [];
  const entries = bundle['entry'] ?? [];
  if (!importedTypes.includes(bundle['type'] ?? null)) {
    faults.push({ path: 'bundle.type', message: 'is not one of transaction, batch, collection, searchset' });
  }
  if (!Array.isArray(entries)) faults.push({ path: 'bundle.entry', message: 'is not a list of entries' });
  else if (entries.length > bundleLimits.entries) faults.push({ path: 'bundle.entry', message: tooManyEntries });
  return faults.length === 0 && Array.isArray(entries) ? { ok: true, entries } : { ok: false, faults };
}

const tooManyEntries = `has more than ${bundleLimits.entries} entries; send several smaller bundles`;

function faultOfSize(text: string): string | null {
  if (text.length > bundleLimits.characters) {
    return `is longer than ${bundleLimits.characters} characters; send several smaller bundles`;
  }
  if (nestingDepth(text) > bundleLimits.depth) return `nests deeper than ${bundleLimits.depth} levels`;
  return null;
}

function parseJson(text: string): JsonValue | undefined {
  try {
    // exports of Windows programs begin with a byte order mark, which JSON.parse refuses
    return cleanJson(JSON.parse(text.replace(/^\uFEFF/, '')));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function fault(path: string, message: string): ParsedBundle {
  return { ok: false, faults: [{ path, message }] };
}
