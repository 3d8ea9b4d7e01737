/** Brings back an object from what was stored, without running the constructor, which would record a beginning again. */
type Method = (...parameters: never[]) => unknown;
export type StateOf<T> = { [K in keyof T as T[K] extends Method ? never : K]: T[K] };

/** The state itself becomes the object: nothing is copied, and what it opens on demand stays so. */
export function revive<T extends object, State extends object>(
  type: { readonly prototype: T },
  state: State,
): T & State {
  const revived: T & State = Object.setPrototypeOf(state, type.prototype);
  return revived;
}
