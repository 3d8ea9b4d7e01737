/** Publishes a union of string constants as a GraphQL enum whose keys equal its values. */
import { registerEnumType } from 'type-graphql';

/** @param meanings of each value; only where the enum is at home, when several subgraphs publish the same one */
export function publishEnum<const V extends string>(
  name: string,
  description: string,
  values: readonly V[],
  meanings?: Readonly<Record<V, string>>,
): Record<V, V> {
  const published = Object.fromEntries(values.map((value) => [value, value])) as Record<V, V>;
  const told = values.map((value) => [value, { description: meanings?.[value] }]);
  registerEnumType(published, { name, description, ...(meanings && { valuesConfig: Object.fromEntries(told) }) });
  return published;
}
