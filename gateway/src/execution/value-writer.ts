/** Writes a value of any type: wraps the writers of named types in those of lists and of values that are never null. */
import { isLeafType, isListType, isNonNullType, type GraphQLOutputType } from 'graphql';
import type { Scope } from './collect-fields.ts';
import { compositeWriter } from './composite-writer.ts';
import { wrongValue } from './fault.ts';
import { leafWriter } from './leaf-writer.ts';
import type { Write, WriteNullable } from './write.ts';
import type { WriterContext } from './writer-context.ts';

export function valueWriter(type: GraphQLOutputType, scopes: readonly Scope[], context: WriterContext): Write {
  if (!isNonNullType(type)) return nullableWriter(type, scopes, context);
  const write = nullableWriter(type.ofType, scopes, context);
  return (value, run) => {
    const text = write(value, run);
    return text === 'null' ? undefined : text;
  };
}

function nullableWriter(type: GraphQLOutputType, scopes: readonly Scope[], context: WriterContext): WriteNullable {
  if (isListType(type)) return listWriter(valueWriter(type.ofType, scopes, context));
  if (isLeafType(type)) return leafWriter(type);
  if (isNonNullType(type)) return nullableWriter(type.ofType, scopes, context);
  return compositeWriter(type, scopes, context);
}

function listWriter(writeItem: Write): WriteNullable {
  return (value, run) => {
    if (value === null || value === undefined) return 'null';
    if (!Array.isArray(value)) {
      run.tell(wrongValue);
      return 'null';
    }
    let text = '[';
    for (let index = 0; index < value.length; index += 1) {
      run.trail.push(index);
      const item = writeItem(value[index], run);
      run.trail.pop();
      if (item === undefined) return 'null';
      text += index === 0 ? item : `,${item}`;
    }
    return `${text}]`;
  };
}
