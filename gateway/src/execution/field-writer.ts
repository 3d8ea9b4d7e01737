/** Writes one field of a type: its value, its type's name, the schema itself, or why the caller may not have it. */
import {
  isAbstractType,
  isNonNullType,
  isObjectType,
  isUnionType,
  type GraphQLCompositeType,
  type GraphQLField,
} from 'graphql';
import type { CollectedField } from './collect-fields.ts';
import { introspectionWriter } from './introspection-writer.ts';
import { own } from './json.ts';
import { valueWriter } from './value-writer.ts';
import type { WriteField } from './write.ts';
import type { Refusal, WriterContext } from './writer-context.ts';

export function fieldWriter(field: CollectedField, type: GraphQLCompositeType, context: WriterContext): WriteField {
  const name = field.node.name.value;
  if (name === '__typename') return typenameWriter(field, type, context);
  if (name === '__schema' || name === '__type') return introspectionWriter(field, context);
  const definition = isUnionType(type) ? undefined : type.getFields()[name];
  if (!definition) throw new Error(`The operation was not checked: ${type.name} has no field ${name}.`);
  const refusal = refusalOf(name, type, context);
  return refusal ? refusedWriter(field, definition, refusal) : knownFieldWriter(field, definition, context);
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

function refusedWriter(
  { responseName }: CollectedField,
  { type }: GraphQLField<unknown, unknown>,
  { code, message }: Refusal,
): WriteField {
  const text = isNonNullType(type) ? undefined : 'null';
  return (_object, run) => {
    run.tell({ message, extensions: { code } }, [...run.trail, responseName]);
    return text;
  };
}

/** Who may not have a field of an interface may not have it of what implements it. */
function refusalOf(field: string, type: GraphQLCompositeType, { refused }: WriterContext): Refusal | undefined {
  if (refused.size === 0 || isUnionType(type)) return undefined;
  const owners = [type, ...type.getInterfaces()];
  return owners.map((owner) => refused.get(`${owner.name}.${field}`)).find((refusal) => refusal !== undefined);
}
