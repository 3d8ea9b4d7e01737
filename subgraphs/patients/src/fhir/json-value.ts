/** Plain JSON as the inside of the reader trusts it: free of keys and characters that would hurt further on. */

export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: JsonValue;
}

/**
 * Copies what JSON.parse gave, leaving out what no FHIR element needs: `__proto__` keys (a trap for whoever merges objects)
 * and NUL or half surrogates (PostgreSQL refuses them in text and jsonb). Only call it on values of limited depth.
 */
export function cleanJson(value: unknown): JsonValue {
  if (typeof value === 'string') return cleanText(value);
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (Array.isArray(value)) return value.map(cleanJson);
  if (typeof value === 'object' && value !== null) return cleanObject(value);
  return null;
}

export function isJsonObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function cleanObject(value: object): JsonObject {
  const members = Object.entries(value).filter(([key]) => key !== '__proto__');
  return Object.fromEntries(members.map(([key, member]) => [cleanText(key), cleanJson(member)]));
}

function cleanText(text: string): string {
  return text.replaceAll('\0', '').toWellFormed();
}
