/** Everything between two supergraphs that an integrator would want to read, gravest first. */
import {
  findDangerousChanges,
  isInterfaceType,
  isObjectType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';
import { loosenedAccess } from './access-changes.ts';
import { breakingChangesBetween } from './breaking-changes.ts';
import { PublishedGraph } from './published-graph.ts';

export interface GraphChanges {
  /** Operations that stop working. */
  readonly breaking: readonly string[];
  /** Operations go on working; clients that take a list for complete may be surprised. */
  readonly dangerous: readonly string[];
  readonly deprecated: readonly string[];
  readonly added: readonly string[];
}

export function graphChanges(earlierSdl: string, laterSdl: string): GraphChanges {
  const earlier = new PublishedGraph(earlierSdl);
  const later = new PublishedGraph(laterSdl);
  const firstDeclared = !earlier.declaresAccess && later.declaresAccess;
  return {
    breaking: breakingChangesBetween(earlier, later),
    dangerous: findDangerousChanges(earlier.schema, later.schema).map(({ description }) => description),
    deprecated: pairs(earlier.schema, later.schema).flatMap(newlyDeprecated),
    added: [
      ...(firstDeclared ? ['The graph declares who may use what: @authenticated, @requiresScopes, @policy.'] : []),
      ...newTypes(earlier.schema, later.schema),
      ...pairs(earlier.schema, later.schema).flatMap(newFields),
      ...loosenedAccess(earlier, later),
    ],
  };
}

function newTypes(earlier: GraphQLSchema, later: GraphQLSchema): string[] {
  const names = Object.keys(later.getTypeMap()).filter((name) => !earlier.getType(name));
  return names.toSorted().map((name) => `${name} was added.`);
}

interface Pair {
  readonly name: string;
  readonly before: Readonly<Record<string, GraphQLField<unknown, unknown>>>;
  readonly after: Readonly<Record<string, GraphQLField<unknown, unknown>>>;
}

/** Types with fields that are in both. */
function pairs(earlier: GraphQLSchema, later: GraphQLSchema): Pair[] {
  return Object.values(later.getTypeMap()).flatMap((type) => {
    const before = earlier.getType(type.name);
    return hasFields(type) && hasFields(before)
      ? [{ name: type.name, before: before.getFields(), after: type.getFields() }]
      : [];
  });
}

function newFields({ name, before, after }: Pair): string[] {
  const added = Object.keys(after).filter((field) => !(field in before));
  return added.map((field) => `${name}.${field} was added.`);
}

function newlyDeprecated({ name, before, after }: Pair): string[] {
  return Object.values(after)
    .filter((field) => field.deprecationReason && !before[field.name]?.deprecationReason)
    .map((field) => `${name}.${field.name} is deprecated: ${field.deprecationReason}`);
}

function hasFields(type: GraphQLNamedType | undefined) {
  return isObjectType(type) || isInterfaceType(type);
}
