/** Puts what a subgraph answered into what is there already, as deep as both have it. */
import { isObject, own, setOwn, type JsonObject } from './json.ts';

/** @param source its inner objects become the target's */
export function merge(target: JsonObject, source: JsonObject): void {
  for (const name of Object.keys(source)) {
    const value = source[name];
    if (value === undefined) continue;
    const before = own(target, name);
    if (isObject(value) && isObject(before)) merge(before, value);
    else if (Array.isArray(value) && Array.isArray(before) && value.length === before.length) mergeLists(before, value);
    else setOwn(target, name, value);
  }
}

function mergeLists(target: unknown[], source: readonly unknown[]): void {
  source.forEach((value, index) => {
    const before = target[index];
    if (isObject(value) && isObject(before)) merge(before, value);
    else if (Array.isArray(value) && Array.isArray(before) && value.length === before.length) mergeLists(before, value);
    else target[index] = value;
  });
}

/** For a second target: what later fetches add to one must not appear in the other. Scalars that are objects stay as they are. */
export function copyOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copyOf);
  return isObject(value) && isPlain(value) ? copyOfObject(value) : value;
}

export function copyOfObject(object: JsonObject): JsonObject {
  const copy: JsonObject = Object.create(null);
  for (const name of Object.keys(object)) copy[name] = copyOf(object[name]);
  return copy;
}

function isPlain(object: JsonObject): boolean {
  const prototype: unknown = Object.getPrototypeOf(object);
  return prototype === null || prototype === Object.prototype;
}
