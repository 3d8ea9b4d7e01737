/** Writes scalars and enums: the usual value at once, others as graphql-js would serialize them, and what cannot be as null. */
import {
  GraphQLBoolean,
  GraphQLFloat,
  GraphQLID,
  GraphQLInt,
  GraphQLString,
  isEnumType,
  type GraphQLEnumType,
  type GraphQLLeafType,
  type GraphQLScalarType,
} from 'graphql';
import { wrongValue } from './fault.ts';
import type { Run } from './run.ts';
import type { WriteNullable } from './write.ts';

const usual = new Map<string, (value: unknown) => boolean>([
  [GraphQLBoolean.name, (value) => typeof value === 'boolean'],
  [GraphQLInt.name, (value) => typeof value === 'number' && (value | 0) === value],
  [GraphQLFloat.name, (value) => typeof value === 'number' && Number.isFinite(value)],
]);

export function leafWriter(type: GraphQLLeafType): WriteNullable {
  if (isEnumType(type)) return enumWriter(type);
  if (type.name === GraphQLString.name || type.name === GraphQLID.name) return stringWriter(type);
  const isUsual = usual.get(type.name);
  if (isUsual) return (value, run) => (isUsual(value) ? JSON.stringify(value) : serialized(type, value, run));
  // A scalar of our own has been serialized by the subgraph that defines it.
  return (value) => JSON.stringify(value) ?? 'null';
}

// Quotes, backslashes and control characters are escaped, and halves of pairs that stand alone.
const TO_ESCAPE = /[^ !#-[\]-\ud7ff\ue000-\uffff]/;

/** Most of an answer is text with nothing to escape: looking is faster than JSON.stringify. */
function stringWriter(type: GraphQLScalarType): WriteNullable {
  return (value, run) => {
    if (typeof value !== 'string') return serialized(type, value, run);
    return TO_ESCAPE.test(value) ? JSON.stringify(value) : `"${value}"`;
  };
}

/** A value that clients are not to see, or that this version does not know, is no value. */
function enumWriter(type: GraphQLEnumType): WriteNullable {
  const texts = new Map<unknown, string>(type.getValues().map(({ name }) => [name, JSON.stringify(name)]));
  const isNothing = (value: unknown) => typeof value === 'string' || value === null || value === undefined;
  return (value, run) => texts.get(value) ?? (isNothing(value) ? 'null' : wrong(run));
}

function serialized(type: GraphQLScalarType, value: unknown, run: Run): string {
  if (value === null || value === undefined) return 'null';
  try {
    return JSON.stringify(type.serialize(value));
  } catch {
    return wrong(run);
  }
}

function wrong(run: Run): string {
  run.tell(wrongValue);
  return 'null';
}
