/** Writes an object by its runtime type: each type that is met gets a writer of its own, compiled the first time. */
import { isAbstractType, isCompositeType, isUnionType, type GraphQLCompositeType } from 'graphql';
import type { Scope } from './collect-fields.ts';
import { wrongValue } from './fault.ts';
import { isObject } from './json.ts';
import { objectWriter, type WriteObject } from './object-writer.ts';
import type { WriteNullable } from './write.ts';
import type { WriterContext } from './writer-context.ts';

export function compositeWriter(
  type: GraphQLCompositeType,
  scopes: readonly Scope[],
  context: WriterContext,
): WriteNullable {
  const writers = new Map<unknown, WriteObject | null>();
  const compiled = (name: unknown): WriteObject | null => {
    const known = writers.get(name);
    if (known !== undefined) return known;
    const runtime = runtimeType(type, name, context);
    const writer = runtime && objectWriter(runtime, scopes, context);
    // Names that are no types are not kept: a faulty subgraph has any number of them.
    if (writer) writers.set(name, writer);
    return writer;
  };
  const abstract = isAbstractType(type);
  return (value, run) => {
    if (value === null || value === undefined) return 'null';
    const writer = isObject(value) ? compiled(abstract ? value['__typename'] : type.name) : null;
    if (writer && isObject(value)) return writer(value, run);
    run.tell(wrongValue);
    return 'null';
  };
}

/** An interface may stand for itself, where only an interface object is known. */
function runtimeType(
  type: GraphQLCompositeType,
  name: unknown,
  { schema }: WriterContext,
): GraphQLCompositeType | null {
  if (name === type.name) return type;
  const runtime = typeof name === 'string' ? schema.getType(name) : undefined;
  if (!isCompositeType(runtime) || isUnionType(runtime) || !isAbstractType(type)) return null;
  return schema.isSubType(type, runtime) ? runtime : null;
}
