/** Writes an object by its runtime type: each type that is met gets a writer of its own, compiled the first time. */
import {
  isAbstractType,
  isInterfaceType,
  isObjectType,
  type GraphQLAbstractType,
  type GraphQLCompositeType,
} from 'graphql';
import type { Scope } from './collect-fields.ts';
import { wrongValue } from './fault.ts';
import { isObject, type JsonObject } from './json.ts';
import type { WriteNullable, WriteObject } from './write.ts';
import type { WriterContext } from './writer-context.ts';

export function compositeWriter(
  type: GraphQLCompositeType,
  scopes: readonly Scope[],
  context: WriterContext,
): WriteNullable {
  const writerOf = isAbstractType(type) ? byTypename(type, scopes, context) : always(type, scopes, context);
  return (value, run) => {
    if (value === null || value === undefined) return 'null';
    const writer = isObject(value) ? writerOf(value) : null;
    if (writer && isObject(value)) return writer(value, run);
    run.tell(wrongValue);
    return 'null';
  };
}

type WriterOf = (object: JsonObject) => WriteObject | null;

function always(type: GraphQLCompositeType, scopes: readonly Scope[], context: WriterContext): WriterOf {
  let writer: WriteObject | undefined;
  return () => (writer ??= context.objectWriter(type, scopes));
}

function byTypename(type: GraphQLAbstractType, scopes: readonly Scope[], context: WriterContext): WriterOf {
  const writers = new Map<unknown, WriteObject>();
  return ({ __typename: name }) => {
    const known = writers.get(name);
    if (known) return known;
    const runtime = runtimeType(type, name, context);
    const writer = runtime && context.objectWriter(runtime, scopes);
    // Names that are no types are not kept: a faulty subgraph has any number of them.
    if (writer) writers.set(name, writer);
    return writer;
  };
}

/** An interface may stand for itself, where only an interface object is known. */
function runtimeType(type: GraphQLAbstractType, name: unknown, { schema }: WriterContext): GraphQLCompositeType | null {
  if (name === type.name) return type;
  const runtime = typeof name === 'string' ? schema.getType(name) : undefined;
  if (!isObjectType(runtime) && !isInterfaceType(runtime)) return null;
  return schema.isSubType(type, runtime) ? runtime : null;
}
