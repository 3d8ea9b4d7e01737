/** Puts what was refused back into an answer that was fetched without it: null with an error, through every non-null around it. */
import {
  getNamedType,
  getNullableType,
  isAbstractType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLError,
  type GraphQLObjectType,
  type GraphQLOutputType,
} from 'graphql';
import { z } from 'zod';
import type { Refusal } from './refusal.ts';
import { refusedAt, rootOf, type Path, type RefusedCall } from './refused-call.ts';
import { FieldSelection, type AskedSet, type SelectedField } from './selected-fields.ts';
import { TYPE_OF_OBJECT } from './without-refused.ts';

export interface Shaped {
  readonly data: unknown;
  readonly refusals: readonly GraphQLError[];
}

const object = z.record(z.string(), z.unknown());

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
