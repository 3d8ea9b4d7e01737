/** Puts what was refused back into an answer that was fetched without it: null with an error, through every non-null around it. */
import {
  getNamedType,
  getNullableType,
  getOperationAST,
  GraphQLError,
  isAbstractType,
  isListType,
  isNonNullType,
  isObjectType,
  type DocumentNode,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql';
import { z } from 'zod';
import type { Refusal, Refused } from './refusal.ts';
import { FieldSelection, type AskedSet, type SelectedField } from './selected-fields.ts';
import { TYPE_OF_OBJECT } from './without-refused.ts';

export interface RefusedCall {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operationName: string | undefined;
  /** Coerced by the operation's own declarations. */
  readonly variables: Readonly<Record<string, unknown>>;
  readonly refused: Refused;
}

export interface Shaped {
  readonly data: unknown;
  readonly refusals: readonly GraphQLError[];
}

type Path = readonly (string | number)[];

const object = z.record(z.string(), z.unknown());

/** What is refused at the root, where nothing of a mutation or subscription runs if any of it is. */
export function refusedRoots(call: RefusedCall): GraphQLError[] {
  const { root, asked } = rootOf(call);
  const fields = new FieldSelection(call.schema, call.document, call.variables).of(root, [asked]);
  return [...fields].flatMap(([key, [first]]) => {
    const refusal = first && call.refused.get(`${root.name}.${first.node.name.value}`);
    return refusal ? [refusedAt([key], refusal)] : [];
  });
}

/** @param data of the answer to `withoutRefused`; `{}` where nothing was left to fetch */
export function nullRefused(call: RefusedCall, data: unknown): Shaped {
  const { root, asked } = rootOf(call);
  const shaping = new Shaping(call);
  const shaped = shaping.object(root, [asked], { value: data, path: [] });
  return { data: shaped, refusals: shaping.refusals };
}

interface Place {
  readonly value: unknown;
  readonly path: Path;
}

class Shaping {
  readonly refusals: GraphQLError[] = [];
  private readonly call: RefusedCall;
  private readonly selection: FieldSelection;

  constructor(call: RefusedCall) {
    this.call = call;
    this.selection = new FieldSelection(call.schema, call.document, call.variables);
  }

  /** Null when one of its fields may not be null and is. */
  object(type: GraphQLObjectType, sets: readonly AskedSet[], { value, path }: Place): object | null {
    const given = object.safeParse(value);
    if (!given.success) return null;
    const shaped: Record<string, unknown> = {};
    let whole = true;
    for (const [key, asked] of this.selection.of(type, sets)) {
      const definition = type.getFields()[asked[0]?.node.name.value ?? ''];
      const place = { value: given.data[key] ?? null, path: [...path, key] };
      shaped[key] = definition ? this.field(type, definition.type, { asked, place }) : place.value;
      whole &&= shaped[key] !== null || definition === undefined || !isNonNullType(definition.type);
    }
    return whole ? shaped : null;
  }

  private field(
    parent: GraphQLObjectType,
    type: GraphQLOutputType,
    { asked, place }: { readonly asked: readonly SelectedField[]; readonly place: Place },
  ): unknown {
    const refusal = this.refusalOf(parent, asked);
    if (refusal) {
      this.refusals.push(refusedAt(place.path, refusal));
      return null;
    }
    const askedOf = getNamedType(type).name;
    const sets = asked.flatMap(({ node }) => (node.selectionSet ? [{ set: node.selectionSet, askedOf }] : []));
    return sets.length === 0 ? place.value : this.value(type, sets, place);
  }

  private refusalOf({ name: parent }: GraphQLObjectType, asked: readonly SelectedField[]): Refusal | undefined {
    const coordinates = asked.flatMap(({ node, askedOf }) => [parent, askedOf].map((of) => `${of}.${node.name.value}`));
    const refused = coordinates.find((coordinate) => this.call.refused.has(coordinate));
    return refused === undefined ? undefined : this.call.refused.get(refused);
  }

  private value(type: GraphQLOutputType, sets: readonly AskedSet[], { value, path }: Place): unknown {
    if (value === null || value === undefined) return null;
    const nullable = getNullableType(type);
    if (isListType(nullable)) {
      const { ofType } = nullable;
      const items = z.array(z.unknown()).parse(value);
      const shaped = items.map((item, at) => this.value(ofType, sets, { value: item, path: [...path, at] }));
      return isNonNullType(ofType) && shaped.includes(null) ? null : shaped;
    }
    const of = this.typeOf(nullable, value);
    return of ? this.object(of, sets, { value, path }) : value;
  }

  private typeOf(type: GraphQLOutputType, value: unknown): GraphQLObjectType | undefined {
    const named = getNamedType(type);
    const told = isAbstractType(named) ? object.parse(value)[TYPE_OF_OBJECT] : named.name;
    const found = typeof told === 'string' ? this.call.schema.getType(told) : undefined;
    return isObjectType(found) ? found : undefined;
  }
}

function rootOf(call: RefusedCall): { root: GraphQLObjectType; asked: AskedSet } {
  const operation = getOperationAST(call.document, call.operationName);
  const root = operation && call.schema.getRootType(operation.operation);
  if (!operation || !root) throw new Error('An operation was let in that the schema does not have.');
  return { root, asked: { set: operation.selectionSet, askedOf: root.name } };
}

function refusedAt(path: Path, { code, message }: Refusal): GraphQLError {
  return new GraphQLError(message, { path, extensions: { code } });
}
