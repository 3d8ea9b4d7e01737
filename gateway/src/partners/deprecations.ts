/**
 * Which deprecated parts of the graph an operation uses, and until when they are there. A deprecation's reason says so at its
 * end: "Use summary instead. Deprecated: 2026-12-01. Sunset: 2027-03-31."
 */
import {
  getNamedType,
  GraphQLError,
  isEnumType,
  isInputObjectType,
  parse,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type GraphQLSchema,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import { limits } from '../limits/operation-limits.ts';

const TEXTS_KEPT = 2_000;

export interface Deprecation {
  /** Such as "Consultation.reason", "Query.experts(online:)" or "Urgency.CRITICAL". */
  readonly coordinate: string;
  readonly reason: string;
  /** The last days of grace begin and end: YYYY-MM-DD, null where the reason does not say. */
  readonly deprecated: string | null;
  readonly sunset: string | null;
}

export class Deprecations {
  private readonly bySchema = new WeakMap<GraphQLSchema, LRUCache<string, readonly Deprecation[]>>();

  /** Of a text that is no GraphQL: none, whoever executes it says what is wrong. */
  usedIn(schema: GraphQLSchema, text: string): readonly Deprecation[] {
    const known = this.bySchema.get(schema) ?? new LRUCache({ max: TEXTS_KEPT });
    this.bySchema.set(schema, known);
    const used = known.get(text) ?? deprecationsIn(schema, text);
    known.set(text, used);
    return used;
  }
}

export function deprecationsIn(schema: GraphQLSchema, text: string): readonly Deprecation[] {
  const found = new Map<string, Deprecation>();
  const note = (coordinate: string, reason: string | null | undefined) => {
    if (reason) found.set(coordinate, { coordinate, reason, ...datesIn(reason) });
  };
  const types = new TypeInfo(schema);
  const fieldName = () => `${types.getParentType()?.name ?? ''}.${types.getFieldDef()?.name ?? ''}`;
  const visitor = {
    Field: () => note(fieldName(), types.getFieldDef()?.deprecationReason),
    Argument: () => {
      const argument = types.getArgument();
      const owner = types.getDirective() ? `@${types.getDirective()?.name}` : fieldName();
      note(`${owner}(${argument?.name}:)`, argument?.deprecationReason);
    },
    ObjectField: ({ name }: { readonly name: { readonly value: string } }) => {
      const type = getNamedType(types.getParentInputType());
      if (isInputObjectType(type)) note(`${type.name}.${name.value}`, type.getFields()[name.value]?.deprecationReason);
    },
    EnumValue: () => {
      const type = getNamedType(types.getInputType());
      const value = types.getEnumValue();
      if (isEnumType(type)) note(`${type.name}.${value?.name}`, value?.deprecationReason);
    },
  };
  try {
    visit(parse(text, { maxTokens: limits.tokens, noLocation: true }), visitWithTypeInfo(types, visitor));
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
  }
  return [...found.values()];
}

function datesIn(reason: string): Pick<Deprecation, 'deprecated' | 'sunset'> {
  return { deprecated: dateAfter('Deprecated', reason), sunset: dateAfter('Sunset', reason) };
}

function dateAfter(word: string, reason: string): string | null {
  const date = new RegExp(`\\b${word}: (\\d{4}-\\d{2}-\\d{2})\\b`).exec(reason)?.[1];
  return date !== undefined && !Number.isNaN(Date.parse(date)) ? date : null;
}

/** The earliest dates: `Deprecation` of RFC 9745 in seconds, `Sunset` of RFC 8594 as an HTTP date. */
export function deprecationHeaders(used: readonly Deprecation[]): Record<string, string> {
  const [deprecated] = used.flatMap((one) => one.deprecated ?? []).toSorted();
  const [sunset] = used.flatMap((one) => one.sunset ?? []).toSorted();
  return {
    ...(deprecated !== undefined && { deprecation: `@${Date.parse(deprecated) / 1_000}` }),
    ...(sunset !== undefined && { sunset: new Date(sunset).toUTCString() }),
  };
}
