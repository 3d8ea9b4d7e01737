/** Whether documents can be asked of the published graph: every fault of every one at once. */
import { readFile } from 'node:fs/promises';
import { ROUTER_SUPPORTED_SUPERGRAPH_FEATURES, Supergraph } from '@apollo/federation-internals';
import { validate, type GraphQLSchema } from 'graphql';
import type { SplitDocument } from './split-documents.ts';
import { unreadable } from './partner-client.ts';

const checkedIn = new URL('../../../../schema/supergraph.graphql', import.meta.url);

/** What clients see of a supergraph. */
export async function publishedGraph(file?: string): Promise<GraphQLSchema> {
  const sdl = await readFile(file ?? checkedIn, 'utf8').catch(unreadable(file ?? checkedIn.pathname));
  return Supergraph.build(sdl, { supportedFeatures: ROUTER_SUPPORTED_SUPERGRAPH_FEATURES })
    .apiSchema()
    .toGraphQLJSSchema();
}

export function faultsOf(schema: GraphQLSchema, documents: readonly SplitDocument[]): string[] {
  return documents.flatMap(({ file, operation, document }) =>
    validate(schema, document, undefined, { maxErrors: 100 }).map(({ message, locations, source }) => {
      const [place] = locations ?? [];
      return `${source?.name ?? file}${place ? `:${place.line}:${place.column}` : ''}: ${operation.name?.value ?? 'unnamed'}: ${message}`;
    }),
  );
}
