/** JSON as it comes from subgraphs, whose objects may have no prototype or the usual one. */
export type JsonObject = Record<string, unknown>;

export type Path = readonly (string | number)[];

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A property that the object has itself: `constructor` is a legal alias. */
export function own(object: JsonObject, name: string): unknown {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

/** Assigns a property of the object's own: `__proto__` is a legal alias too, and the one name whose assignment means something else. */
export function setOwn(object: JsonObject, name: string, value: unknown): void {
  if (name === '__proto__')
    Object.defineProperty(object, name, { value, configurable: true, enumerable: true, writable: true });
  else object[name] = value;
}

/** Every object at a place whose value may be one, none, or a list of lists of them. */
export function* objectsIn(value: unknown): Iterable<JsonObject> {
  if (Array.isArray(value)) for (const item of value) yield* objectsIn(item);
  else if (isObject(value)) yield value;
}
