/** One DataLoader per operation and kind: many fields ask for one thing each, the database is asked once. */
import DataLoader from 'dataloader';

/**
 * Defines a loader. `batch` gets all keys of one tick and answers in their order, null for what is not there.
 * The result is called with the operation's context and gives that operation's own loader.
 */
export function loader<C extends object, K extends string, V>(
  batch: (context: C, keys: readonly K[]) => Promise<readonly V[]>,
): (context: C) => DataLoader<K, V> {
  const loaders = new WeakMap<C, DataLoader<K, V>>();
  return (context) => {
    const found = loaders.get(context) ?? new DataLoader<K, V>((keys) => batch(context, keys));
    loaders.set(context, found);
    return found;
  };
}

/** Puts rows in the order of the keys; null where there is none. */
export function inOrderOf<K, V>(keys: readonly K[], values: readonly V[], keyOf: (value: V) => K): (V | null)[] {
  const byKey = new Map(values.map((value) => [keyOf(value), value]));
  return keys.map((key) => byKey.get(key) ?? null);
}

/** Groups rows under the keys; an empty list where there is none. */
export function groupedBy<K, V>(keys: readonly K[], values: readonly V[], keyOf: (value: V) => K): V[][] {
  const groups = new Map<K, V[]>(keys.map((key) => [key, []]));
  for (const value of values) groups.get(keyOf(value))?.push(value);
  return keys.map((key) => groups.get(key) ?? []);
}
