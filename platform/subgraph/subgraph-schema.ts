/** From type-graphql's classes to a federation subgraph: its SDL and its executable schema. */
import { buildSubgraphSchema } from '@apollo/subgraph';
import { printSchemaWithDirectives } from '@graphql-tools/utils';
import { parse, type GraphQLSchema } from 'graphql';
import { buildSchema, createResolversMap, type NonEmptyArray, type PubSub } from 'type-graphql';
import { leavePlainFieldsToExecutor } from './plain-fields.ts';

const FEDERATION = `extend schema @link(
  url: "https://specs.apollo.dev/federation/v2.7",
  import: ["@key", "@shareable", "@external", "@requires", "@provides", "@inaccessible", "@tag",
    "@authenticated", "@requiresScopes", "@policy"])`;

/** Every subscription brings its own stream, so type-graphql's own hub is never used. */
const unusedPubSub: PubSub = {
  publish: () => undefined,
  subscribe: () => {
    throw new Error('Subscriptions of a subgraph bring their own stream.');
  },
};

export interface SubgraphSchema {
  readonly sdl: string;
  readonly schema: GraphQLSchema;
}

/** Schemas must be built one after another: type-graphql keeps what it builds in static state. */
let building: Promise<unknown> = Promise.resolve();

export function buildSubgraph(
  resolvers: NonEmptyArray<Function>,
  references: Readonly<Record<string, (reference: never, context: never) => unknown>>,
): Promise<SubgraphSchema> {
  const built = building.then(() => build(resolvers, references));
  building = built.catch(() => undefined);
  return built;
}

async function build(
  resolvers: NonEmptyArray<Function>,
  references: Readonly<Record<string, (reference: never, context: never) => unknown>>,
): Promise<SubgraphSchema> {
  leavePlainFieldsToExecutor();
  const schema = await buildSchema({
    resolvers,
    orphanedTypes: [],
    validate: false,
    skipCheck: true,
    pubSub: unusedPubSub,
  });
  describeRoots(schema);
  const sdl = `${FEDERATION}\n\n${printSchemaWithDirectives(schema)}\n`;
  const typeResolvers = createResolversMap(schema);
  for (const [type, resolve] of Object.entries(references)) {
    Object.assign((typeResolvers[type] ??= {}), { __resolveReference: resolve });
  }
  // createResolversMap's type is wider than the one that buildSubgraphSchema takes, by resolvers that never occur here.
  const modules = [{ typeDefs: parse(sdl), resolvers: typeResolvers as never }];
  return { sdl, schema: buildSubgraphSchema(modules) };
}

/** type-graphql gathers the root types itself and asks nobody what they are. */
function describeRoots(schema: GraphQLSchema): void {
  const roots = [
    [schema.getQueryType(), 'What can be asked.'],
    [schema.getMutationType(), 'What can be done.'],
    [schema.getSubscriptionType(), 'What can be followed live, over WebSocket.'],
  ] as const;
  for (const [type, description] of roots) if (type) type.description = description;
}
