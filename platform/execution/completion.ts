/** From what a resolver gave to what the field's type promises. https://spec.graphql.org/October2021/#CompleteValue() */
import {
  GraphQLError,
  type FieldNode,
  type GraphQLLeafType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
} from 'graphql';
import { isPromise, type Execution, type Place } from './execution.ts';

/** The field or item that a value is for. */
export interface Where {
  readonly place: Place;
  info(): GraphQLResolveInfo;
}

export type Complete = (execution: Execution, value: unknown, where: Where) => unknown;

export function leaf(type: GraphQLLeafType): (value: unknown) => unknown {
  return (value) => {
    const serialized: unknown = type.serialize(value);
    if (serialized !== null && serialized !== undefined) return serialized;
    throw new Error(`${type.name} cannot tell the value that it was given.`);
  };
}

/** Null where there is nothing, and never an error that was given as a value. */
export function isNothing(value: unknown): boolean {
  if (value instanceof Error) throw value;
  return value === null || value === undefined;
}

export function nothingFor(field: string): Error {
  return new Error(`Cannot return null for non-nullable field ${field}.`);
}

export interface Items {
  readonly type: GraphQLOutputType;
  readonly complete: Complete;
  readonly nodes: readonly FieldNode[];
}

export function list(items: Items, field: string): Complete {
  return (execution, value, { place: prev, info }) => {
    if (!isIterable(value)) throw new GraphQLError(`Expected Iterable, but did not find one for field "${field}".`);
    let waiting = false;
    const completed: unknown[] = [];
    for (const item of value) {
      const place: Place = { prev, key: completed.length, typename: undefined };
      const one = completeItem(execution, items, item, { place, info });
      completed.push(one);
      waiting ||= isPromise(one);
    }
    return waiting ? Promise.all(completed) : completed;
  };
}

function completeItem(execution: Execution, { type, complete, nodes }: Items, item: unknown, where: Where): unknown {
  const failed = (error: unknown) => execution.fail({ error, nodes, place: where.place, type });
  try {
    const completed = isPromise(item)
      ? item.then((given) => complete(execution, given, where))
      : complete(execution, item, where);
    return isPromise(completed) ? completed.then(undefined, failed) : completed;
  } catch (error) {
    return failed(error);
  }
}

function isIterable(value: unknown): value is Iterable<unknown> {
  if (typeof value !== 'object' || value === null) return false;
  return Symbol.iterator in value && typeof value[Symbol.iterator] === 'function';
}
