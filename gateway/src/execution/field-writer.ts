/** Writes one field of a type: its value, its type's name, or the schema itself. */
import { isAbstractType, isObjectType, isUnionType, type GraphQLCompositeType, type GraphQLField } from 'graphql';
import type { CollectedField } from './collect-fields.ts';
import { introspectionWriter } from './introspection-writer.ts';
import { own } from './json.ts';
import { valueWriter } from './value-writer.ts';
import type { WriteField } from './write.ts';
import type { WriterContext } from './writer-context.ts';

export function fieldWriter(field: CollectedField, type: GraphQLCompositeType, context: WriterContext): WriteField {
  const name = field.node.name.value;
  if (name === '__typename') return typenameWriter(field, type, context);
  if (name === '__schema' || name === '__type') return introspectionWriter(field, context);
  const definition = isUnionType(type) ? undefined : type.getFields()[name];
  if (!definition) throw new Error(`The operation was not checked: ${type.name} has no field ${name}.`);
  return knownFieldWriter(field, definition, context);
}

function knownFieldWriter(
  { responseName, scopes }: CollectedField,
  { type }: GraphQLField<unknown, unknown>,
  context: WriterContext,
): WriteField {
  const write = valueWriter(type, scopes, context);
  const inherited = responseName in Object.prototype;
  return (object, run) => {
    const value = inherited ? own(object, responseName) : object[responseName];
    run.trail.push(responseName);
    if (value === undefined) run.tellMissing(object, responseName);
    const text = write(value, run);
    run.trail.pop();
    return text;
  };
}

/** Of an interface that stands for itself the type is known only where it was asked for under this name. */
function typenameWriter(
  { responseName }: CollectedField,
  type: GraphQLCompositeType,
  context: WriterContext,
): WriteField {
  const text = JSON.stringify(type.name);
  if (!isAbstractType(type)) return () => text;
  return (object) => {
    const name = own(object, responseName);
    return typeof name === 'string' && isObjectType(context.schema.getType(name)) ? JSON.stringify(name) : undefined;
  };
}
