/** One run of a compiled operation: who asks, with which variables, and what went wrong so far. */
import { isNonNullType, locatedError, type FieldNode, type GraphQLError, type GraphQLOutputType } from 'graphql';

/** A place in the answer. Equal places are one object, so that what lies below one that failed is known. */
export interface Place {
  readonly prev: Place | undefined;
  readonly key: string | number;
  readonly typename: string | undefined;
}

export interface Failed {
  readonly error: unknown;
  readonly nodes: readonly FieldNode[];
  readonly place: Place;
  readonly type: GraphQLOutputType;
}

export class Execution {
  readonly rootValue: unknown;
  readonly contextValue: unknown;
  readonly variableValues: Record<string, unknown>;
  readonly errors: GraphQLError[] = [];
  private readonly nulled = new Set<Place | undefined>();

  constructor(rootValue: unknown, contextValue: unknown, variableValues: Record<string, unknown>) {
    this.rootValue = rootValue;
    this.contextValue = contextValue;
    this.variableValues = variableValues;
  }

  /** Null with the error noted where the type allows it; otherwise the object around it is what fails. */
  fail({ error, nodes, place, type }: Failed): null {
    const located = locatedError(error, nodes, keysOf(place));
    if (isNonNullType(type)) throw located;
    this.note(located, place);
    return null;
  }

  /** What fails below something that is null already is not told. */
  note(error: GraphQLError, place: Place | undefined): void {
    if (this.nulled.has(undefined)) return;
    for (let at = place; at !== undefined; at = at.prev) if (this.nulled.has(at)) return;
    this.nulled.add(place);
    this.errors.push(error);
  }
}

export function isPromise(value: unknown): value is PromiseLike<unknown> {
  return isObject(value) && typeof value['then'] === 'function';
}

export function isObject(value: unknown): value is Record<PropertyKey, unknown> {
  return typeof value === 'object' && value !== null;
}

function keysOf(place: Place): (string | number)[] {
  const keys: (string | number)[] = [];
  for (let at: Place | undefined = place; at !== undefined; at = at.prev) keys.push(at.key);
  return keys.toReversed();
}
