/** A supergraph with subgraphs that answer it in memory out of a generated world. */
import { ROUTER_SUPPORTED_SUPERGRAPH_FEATURES, Supergraph } from '@apollo/federation-internals';
import { QueryPlanner } from '@apollo/query-planner';
import { buildSubgraphSchema } from '@apollo/subgraph';
import {
  execute,
  isAbstractType,
  isObjectType,
  Kind,
  parse,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type ExecutionResult,
  type FieldNode,
  type GraphQLSchema,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import type { SubgraphFetch } from '../../src/sources/subgraph-fetch.ts';
import { kindOf, type World } from './world.ts';

export interface GraphUnderTest {
  readonly name: string;
  readonly supergraph: Supergraph;
  readonly planner: QueryPlanner;
  readonly schema: GraphQLSchema;
  readonly supergraphSchema: GraphQLSchema;
  readonly services: ReadonlyMap<string, GraphQLSchema>;
  readonly keys: ReadonlyMap<string, ReadonlySet<string>>;
}

export function graphUnderTest(
  name: string,
  { supergraphSdl, subgraphs }: { supergraphSdl: string; subgraphs: ReadonlyMap<string, string> },
): GraphUnderTest {
  const supergraph = Supergraph.build(supergraphSdl, { supportedFeatures: ROUTER_SUPPORTED_SUPERGRAPH_FEATURES });
  const documents = [...subgraphs].map(([service, sdl]) => [service, parse(sdl)] as const);
  return {
    name,
    supergraph,
    planner: new QueryPlanner(supergraph),
    schema: supergraph.apiSchema().toGraphQLJSSchema(),
    supergraphSchema: supergraph.schema.toGraphQLJSSchema(),
    services: new Map(documents.map(([service, typeDefs]) => [service, answering(buildSubgraphSchema({ typeDefs }))])),
    keys: keysIn(documents.map(([, document]) => document)),
  };
}

/**
 * Answers as the subgraph would over HTTP: parsed JSON of its own.
 * @param typed for Apollo's executor, which forgets the type of an object inside `... on AnInterface`, and believes an interface
 *   object that says to be of the interface's type: objects then say their type unasked, and entities only if they know it
 */
export function fetchFrom(graph: GraphUnderTest, world: World, typed = false): SubgraphFetch {
  return async ({ service, query, variables }) => {
    const schema = graph.services.get(service);
    if (!schema) throw new Error(`no subgraph ${service}`);
    const answer = await execute({
      schema,
      document: documentOf(query, typed ? { schema, graph } : null),
      variableValues: variables,
      fieldResolver: world.resolveField,
      contextValue: world,
    });
    const sent: ExecutionResult = JSON.parse(JSON.stringify(answer));
    const entities = sent.data?.['_entities'];
    if (typed && Array.isArray(entities)) entities.forEach((entity) => withoutVagueType(entity, graph));
    return sent;
  };
}

function withoutVagueType(entity: Record<string, unknown> | null, { supergraphSchema }: GraphUnderTest): void {
  if (isAbstractType(supergraphSchema.getType(String(entity?.['__typename'])))) delete entity?.['__typename'];
}

type Typing = { readonly schema: GraphQLSchema; readonly graph: GraphUnderTest } | null;

const documents = new LRUCache<string, DocumentNode>({ max: 500 });

function documentOf(query: string, typing: Typing): DocumentNode {
  const key = `${typing ? 'typed' : 'plain'} ${query}`;
  const known = documents.get(key);
  if (known) return known;
  const parsed = parse(query, { noLocation: true });
  const document = typing ? withTypes(parsed, typing) : parsed;
  documents.set(key, document);
  return document;
}

function withTypes(document: DocumentNode, { schema, graph }: NonNullable<Typing>): DocumentNode {
  const info = new TypeInfo(schema);
  const typename: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };
  return visit(
    document,
    visitWithTypeInfo(info, {
      SelectionSet: (set) => {
        const type = graph.supergraphSchema.getType(info.getParentType()?.name ?? '');
        // An interface object does not know its type.
        return isObjectType(type) && type !== graph.supergraphSchema.getQueryType()
          ? { ...set, selections: [typename, ...set.selections] }
          : undefined;
      },
    }),
  );
}

/** References and abstract types are resolved by the world that the operation runs in. */
function answering(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (isAbstractType(type)) {
      const kinds = schema.getPossibleTypes(type).map(({ name }) => name);
      type.resolveType = ({ __typename: kind, identity }: { __typename: string; identity: string }) =>
        kinds.includes(kind) ? kind : kindOf(Number(identity), kinds);
    }
    if (isObjectType(type) || isAbstractType(type)) {
      const resolveReference = (reference: Parameters<World['resolveReference']>[0], world: World) =>
        world.resolveReference(reference);
      type.extensions = { ...type.extensions, apollo: { subgraph: { resolveReference } } };
    }
  }
  return schema;
}

function keysIn(all: readonly DocumentNode[]): Map<string, Set<string>> {
  const keys = new Map<string, Set<string>>();
  for (const definition of all.flatMap(({ definitions }) => definitions)) {
    if (!('directives' in definition) || !('name' in definition)) continue;
    for (const { name, arguments: given } of definition.directives ?? []) {
      const fields = given?.find((argument) => argument.name.value === 'fields')?.value;
      if (name.value !== 'key' || fields?.kind !== Kind.STRING) continue;
      const type = definition.name?.value ?? '';
      const top = fields.value
        .replaceAll(/\{[^}]*\}/g, '')
        .split(/\s+/)
        .filter(Boolean);
      keys.set(type, new Set([...(keys.get(type) ?? []), ...top]));
    }
  }
  return keys;
}
