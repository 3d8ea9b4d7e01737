/** One text per meaning: the same resource with its keys in another order has the same canonical JSON and the same hash. */
import { createHash } from 'node:crypto';
import { isJsonObject, type JsonValue } from './json-value.ts';

export function canonicalJson(value: JsonValue): string {
  if (isJsonObject(value)) {
    const keys = Object.keys(value).toSorted();
    return `{${keys.map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key] ?? null)}`).join(',')}}`;
  }
  if (typeof value === 'object' && value !== null) return `[${value.map(canonicalJson).join(',')}]`;
  return JSON.stringify(value);
}

/** SHA-256 in hex of a canonical JSON text: tells an unchanged resource from an updated one. */
export function contentHash(canonical: string): string {
  return createHash('sha256').update(canonical, 'utf8').digest('hex');
}
