/** Puts what a subgraph answered into what is there already, as deep as both have it. */
import { isObject, own, setOwn, type JsonObject } from './json.ts';

/** @param source its inner objects become the target's */
export function merge(target: JsonObject, source: JsonObject): void {
  for (const name of Object.keys(source)) {
    const value = source[name];
    if (typeof value === 'object' && value !== null) setOwn(target, name, merged(own(target, name), value));
    else if (value !== undefined) setOwn(target, name, value);
  }
}

/** What stands there afterwards. Lists of different lengths are different lists: the later one holds. */
function merged(before: unknown, value: object): unknown {
  if (before === undefined || before === null) return value;
  if (isObject(before) && isObject(value)) merge(before, value);
  else if (Array.isArray(before) && Array.isArray(value) && before.length === value.length) mergeLists(before, value);
  else return value;
  return before;
}

function mergeLists(target: unknown[], source: readonly unknown[]): void {
  source.forEach((value, index) => {
    target[index] = typeof value === 'object' && value !== null ? merged(target[index], value) : value;
  });
}

/** For a second target: what later fetches add to one must not appear in the other. Scalars that are objects stay as they are. */
export function copyOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copyOf);
  return isObject(value) && isPlain(value) ? copyOfObject(value) : value;
}

export function copyOfObject(object: JsonObject): JsonObject {
  const copy: JsonObject = {};
  for (const name of Object.keys(object)) setOwn(copy, name, copyOf(object[name]));
  return copy;
}

function isPlain(object: JsonObject): boolean {
  const prototype: unknown = Object.getPrototypeOf(object);
  return prototype === null || prototype === Object.prototype;
}
