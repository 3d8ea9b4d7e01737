/** From what a resolver gave to what the field's type promises. https://spec.graphql.org/October2021/#CompleteValue() */
import {
  GraphQLError,
  type FieldNode,
  type GraphQLLeafType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
} from 'graphql';
import { isObject, isPromise, type Execution, type Place } from './execution.ts';

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
  return (execution, value, where) => {
    if (!isIterable(value)) throw new GraphQLError(`Expected Iterable, but did not find one for field "${field}".`);
    let waiting = false;
    const completed: unknown[] = [];
    try {
      for (const item of value) {
        const one = completeItem(execution, items, item, new Item(where, completed.length));
        completed.push(one);
        waiting ||= isPromise(one);
      }
    } catch (error) {
      // The list has failed already; what was begun for other items may fail unheard.
      Promise.all(completed).catch(() => undefined);
      throw error;
    }
    return waiting ? Promise.all(completed) : completed;
  };
}

class Item implements Where {
  readonly place: Place;
  private readonly list: Where;

  constructor(listed: Where, key: number) {
    this.list = listed;
    this.place = { prev: listed.place, key, typename: undefined };
  }

  info(): GraphQLResolveInfo {
    return this.list.info();
  }
}

function completeItem(execution: Execution, items: Items, item: unknown, where: Where): unknown {
  const { type, complete, nodes } = items;
  try {
    const completed = isPromise(item)
      ? item.then((given) => complete(execution, given, where))
      : complete(execution, item, where);
    if (!isPromise(completed)) return completed;
    return completed.then(undefined, (error) => execution.fail({ error, nodes, place: where.place, type }));
  } catch (error) {
    return execution.fail({ error, nodes, place: where.place, type });
  }
}

function isIterable(value: unknown): value is Iterable<unknown> {
  return isObject(value) && typeof value[Symbol.iterator] === 'function';
}
