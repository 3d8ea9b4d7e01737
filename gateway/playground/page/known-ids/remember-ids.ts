/** Reads the ids out of an answer that later examples ask for. */
import { keepId, sourcesOfIds } from './known-ids.ts';

export function rememberIds(body: string): void {
  const data = valueAt(parsed(body), ['data']);
  for (const [name, paths] of Object.entries(sourcesOfIds)) {
    const id = paths.map((path) => valueAt(data, path)).find((value) => typeof value === 'string');
    if (typeof id === 'string') keepId(name, id);
  }
}

function valueAt(value: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>((at, key) => (isObject(at) ? at[key] : undefined), value);
}

function isObject(value: unknown): value is Record<string | number, unknown> {
  return typeof value === 'object' && value !== null;
}

/** A proxy's error page is no JSON; GraphiQL shows it, and there are no ids in it. */
function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
