/**
 * A world of data that nobody stored: every value follows from a seed and from whose field it is, so that equal questions
 * get equal answers in whatever order, from whichever subgraph, and however often they are asked.
 */
import {
  getNamedType,
  GraphQLError,
  isAbstractType,
  isEnumType,
  isLeafType,
  isListType,
  isNonNullType,
  type GraphQLLeafType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
} from 'graphql';

export interface WorldFaults {
  /** How many fields in a thousand throw, and how many that are never null resolve to null. */
  readonly errors: number;
  readonly brokenNonNulls: number;
  /** How many entities in a thousand are unknown to their subgraph, or throw. */
  readonly lostEntities: number;
}

export const peaceful: WorldFaults = { errors: 0, brokenNonNulls: 0, lostEntities: 0 };

type Thing = Readonly<Record<string, unknown>> & { readonly __typename: string; readonly identity: string };

type Reference = Readonly<Record<string, unknown>> & { readonly __typename: string };

const ENTITIES_OF_A_TYPE = 5;

export class World {
  readonly keys: ReadonlyMap<string, ReadonlySet<string>>;
  private readonly seed: number;
  private readonly faults: WorldFaults;

  /** @param keys the key fields of each entity type */
  constructor(seed: number, keys: ReadonlyMap<string, ReadonlySet<string>>, faults: WorldFaults = peaceful) {
    this.seed = seed;
    this.keys = keys;
    this.faults = faults;
  }

  /** The same number for the same words: FNV-1a, then mixed so that neighbours differ. */
  number(words: string): number {
    let hash = 2166136261 ^ this.seed;
    for (let index = 0; index < words.length; index += 1) hash = Math.imul(hash ^ words.charCodeAt(index), 16777619);
    hash = Math.imul(hash ^ (hash >>> 16), 0x7feb352d);
    hash = Math.imul(hash ^ (hash >>> 15), 0x846ca68b);
    return (hash ^ (hash >>> 16)) >>> 0;
  }

  /** As a field resolver of graphql-js. */
  readonly resolveField = (
    source: unknown,
    args: Readonly<Record<string, unknown>>,
    _context: unknown,
    info: GraphQLResolveInfo,
  ): unknown => {
    const owner = isThing(source) ? source : { __typename: info.parentType.name, identity: '' };
    const { __typename: type, identity } = owner;
    const place = `${type}${identity}.${info.fieldName}(${JSON.stringify(args)})`;
    if (this.happens(this.faults.errors, `error ${place}`))
      throw new GraphQLError(`no ${place}`, { extensions: { code: 'NOT_FOUND', fields: [place] } });
    if (isNonNullType(info.returnType) && this.happens(this.faults.brokenNonNulls, `broken ${place}`)) return null;
    if (this.keys.get(type)?.has(info.fieldName) && isLeafType(getNamedType(info.returnType)))
      return keyValue(info.fieldName, identity, info.returnType);
    return this.value(info.returnType, place + this.required(owner, info), info.schema);
  };

  /** An entity that another subgraph speaks of. */
  readonly resolveReference = (reference: Reference): unknown => {
    const identity = this.identityOf(reference);
    const { __typename: type } = reference;
    const place = `${type}${identity}`;
    if (this.happens(this.faults.lostEntities, `lost ${place}`)) return null;
    if (this.happens(this.faults.lostEntities, `refused ${place}`))
      throw new GraphQLError(`refused ${place}`, { extensions: { code: 'FORBIDDEN' } });
    return { ...reference, identity };
  };

  private value(type: GraphQLOutputType, place: string, schema: GraphQLSchema): unknown {
    if (isNonNullType(type)) return this.some(type.ofType, place, schema);
    return this.number(`null ${place}`) % 9 === 0 ? null : this.some(type, place, schema);
  }

  private some(type: GraphQLOutputType, place: string, schema: GraphQLSchema): unknown {
    if (isListType(type)) {
      const length = this.number(`length ${place}`) % 4;
      return Array.from({ length }, (_, index) => this.value(type.ofType, `${place}[${index}]`, schema));
    }
    if (isNonNullType(type)) return this.some(type.ofType, place, schema);
    if (isLeafType(type)) return this.leaf(type, place);
    const number = this.number(`which ${place}`) % ENTITIES_OF_A_TYPE;
    const concrete = isAbstractType(type)
      ? kindOf(
          number,
          schema.getPossibleTypes(type).map(({ name }) => name),
        )
      : type.name;
    return { __typename: concrete, identity: this.keys.has(concrete) ? `${number}` : `@${place}` };
  }

  private leaf(type: GraphQLLeafType, place: string): unknown {
    const number = this.number(place);
    if (isEnumType(type)) return type.getValues()[number % type.getValues().length]?.value;
    if (type.name === 'Int') return (number % 2_000) - 1_000;
    if (type.name === 'Float') return (number % 1_000) / 8;
    if (type.name === 'Boolean') return number % 2 === 0;
    return number % 7 === 0 ? `"${number}"\n\\ 会诊\u2028` : `${type.name} ${number}`;
  }

  /** What a subgraph asked to be given decides what it answers. */
  private required(owner: object, { parentType, fieldName }: GraphQLResolveInfo): string {
    const directives = parentType.getFields()[fieldName]?.astNode?.directives ?? [];
    if (!directives.some(({ name }) => name.value === 'requires' || name.value === 'federation__requires')) return '';
    return JSON.stringify(Object.entries(owner).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  }

  private identityOf({ __typename: type, ...reference }: Reference): string {
    const values = [...(this.keys.get(type) ?? [])].map((key) => reference[key]);
    const known = values.find((value) => typeof value === 'number' || typeof value === 'string');
    return String(known).replace(/^.*:/, '');
  }

  private happens(perMille: number, what: string): boolean {
    return perMille > 0 && this.number(what) % 1_000 < perMille;
  }
}

/** The same entity is of the same kind, whoever speaks of it. */
export function kindOf(number: number, kinds: readonly string[]): string {
  return kinds.toSorted()[number % kinds.length] ?? '';
}

function keyValue(field: string, identity: string, type: GraphQLOutputType): unknown {
  return getNamedType(type).name === 'Int' ? Number(identity) : `${field}:${identity}`;
}

function isThing(source: unknown): source is Thing {
  return typeof source === 'object' && source !== null && 'identity' in source;
}
