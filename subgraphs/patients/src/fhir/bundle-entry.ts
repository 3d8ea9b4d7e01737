/** One usable entry of a bundle: a resource with its type, its stable key and its place. */
import { isJsonObject, type JsonObject, type JsonValue } from './json-value.ts';
import { kept, skipped, type ReadResult } from './read-result.ts';
import { skipReasons } from './skip-reasons.ts';
import { sourceKey } from './source-key.ts';

export interface BundleEntry {
  readonly index: number;
  readonly fullUrl: string | null;
  readonly resourceType: string;
  readonly resource: JsonObject;
  readonly sourceKey: string;
}

const writingMethods: readonly JsonValue[] = ['POST', 'PUT'];

export function readEntry(index: number, entry: JsonValue): ReadResult<BundleEntry> {
  if (!isJsonObject(entry)) return skipped(skipReasons.notAnObject);
  const request = entry['request'];
  if (isJsonObject(request) && !writingMethods.includes(request['method'] ?? 'PUT'))
    return skipped(skipReasons.notWritten);
  const resource = entry['resource'];
  if (!isJsonObject(resource)) return skipped(skipReasons.noResource);
  const resourceType = resource['resourceType'];
  if (typeof resourceType !== 'string' || resourceType === '') return skipped(skipReasons.noResourceType);
  const fullUrl = typeof entry['fullUrl'] === 'string' && entry['fullUrl'] !== '' ? entry['fullUrl'] : null;
  const key = sourceKey(fullUrl, resource);
  return key === null ? skipped(skipReasons.noKey) : kept({ index, fullUrl, resourceType, resource, sourceKey: key });
}

/** The type as far as it may be shown: a text that cannot be a type name is not repeated to anyone. */
export function shownType(entry: JsonValue): string | null {
  const resource = isJsonObject(entry) ? entry['resource'] : undefined;
  const type = isJsonObject(resource) ? resource['resourceType'] : undefined;
  return typeof type === 'string' && /^[A-Z][A-Za-z]{1,63}$/.test(type) ? type : null;
}
