/** What clients see of the checked-in supergraph. */
import { readSupergraph } from '@huizhen/gateway/composition/schema-files';
import { GraphVersion } from '@huizhen/gateway/federation/graph-version';
import type { GraphQLSchema } from 'graphql';

export async function publishedSchema(): Promise<GraphQLSchema> {
  return new GraphVersion(await readSupergraph()).schema;
}
