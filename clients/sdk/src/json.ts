/** Answers are read by hand: a schema library would be larger than this whole package. */
export type Json = Readonly<Record<string, unknown>>;

export function asJson(value: unknown): Json | undefined {
  return isJson(value) ? value : undefined;
}

export function parsed(text: string): Json | undefined {
  try {
    return asJson(JSON.parse(text));
  } catch {
    return undefined;
  }
}

export function textIn(json: Json, key: string): string | undefined {
  const value = json[key];
  return typeof value === 'string' ? value : undefined;
}

export function numberIn(json: Json, key: string): number | undefined {
  const value = json[key];
  return typeof value === 'number' ? value : undefined;
}

export function recordIn(json: Json, key: string): Json | undefined {
  return asJson(json[key]);
}

export function recordsIn(json: Json, key: string): readonly Json[] {
  return records(json[key]);
}

export function records(value: unknown): readonly Json[] {
  return Array.isArray(value) ? value.filter(isJson) : [];
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
