/** What clients see of the checked-in supergraph. */
import { Supergraph } from '@apollo/federation-internals';
import { readSupergraph } from '@huizhen/gateway/composition/schema-files';
import type { GraphQLSchema } from 'graphql';

export async function publishedSchema(): Promise<GraphQLSchema> {
  return Supergraph.build(await readSupergraph())
    .apiSchema()
    .toGraphQLJSSchema();
}
