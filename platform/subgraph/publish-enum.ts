/** Publishes a union of string constants as a GraphQL enum whose keys equal its values. */
import { registerEnumType } from 'type-graphql';

export function publishEnum<const V extends string>(
  name: string,
  description: string,
  values: readonly V[],
): Record<V, V> {
  const published = Object.fromEntries(values.map((value) => [value, value])) as Record<V, V>;
  registerEnumType(published, { name, description });
  return published;
}
