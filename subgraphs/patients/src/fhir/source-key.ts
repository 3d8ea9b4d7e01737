/** The stable name of a resource at its source, by which a repeated import finds what it brought before. */
import { isJsonObject, type JsonObject, type JsonValue } from './json-value.ts';

/**
 * The full URL without its version, else `Type/id`, else the first identifier as `Type?identifier=system|value`; null when
 * the resource has none. Keys are unique per source only: keep them together with the importing institution, and only as a
 * keyed HMAC, because the last form holds the identifier itself.
 */
export function sourceKey(fullUrl: string | null, resource: JsonObject): string | null {
  if (fullUrl !== null) return withoutVersion(fullUrl);
  if (typeof resource['id'] === 'string' && resource['id'] !== '') return `${typeOf(resource)}/${resource['id']}`;
  return identifierKeys(resource)[0] ?? null;
}

/** Conditional references (`Patient?identifier=…`) by which other resources may point at this one. */
export function identifierKeys(resource: JsonObject): string[] {
  const identifiers = resource['identifier'];
  const list = Array.isArray(identifiers) ? identifiers : [identifiers];
  return list.flatMap((identifier: JsonValue | undefined) => {
    if (!isJsonObject(identifier) || typeof identifier['value'] !== 'string' || identifier['value'] === '') return [];
    return [identifierKey(typeOf(resource), identifier['system'], identifier['value'])];
  });
}

export function identifierKey(type: string, system: JsonValue | undefined, value: string): string {
  return `${type}?identifier=${typeof system === 'string' ? system : ''}|${value}`;
}

export function withoutVersion(reference: string): string {
  return reference.replace(/\/_history\/[^/]*$/, '');
}

function typeOf(resource: JsonObject): string {
  const type = resource['resourceType'];
  return typeof type === 'string' ? type : '';
}
