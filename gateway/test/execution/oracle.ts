/** What Apollo's executor makes of the same plan over the same subgraphs. */
import { buildOperationContext, executeQueryPlan } from '@apollo/gateway';
import type { QueryPlan } from '@apollo/query-planner';
import type { DocumentNode, GraphQLError, GraphQLFormattedError } from 'graphql';
import type { SubgraphFetch } from '../../src/sources/subgraph-fetch.ts';
import type { GraphUnderTest } from './graph-under-test.ts';

export interface OracleAnswer {
  /** Undefined when the executor gave up. */
  readonly data: unknown;
  readonly errors: readonly GraphQLFormattedError[];
}

interface Asked {
  readonly plan: QueryPlan;
  readonly document: DocumentNode;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly fetch: SubgraphFetch;
}

type Sources = Parameters<typeof executeQueryPlan>[1];
type Request = Parameters<typeof executeQueryPlan>[2];

export async function askOracle(
  graph: GraphUnderTest,
  { plan, document, variables, fetch }: Asked,
): Promise<OracleAnswer> {
  const source = (service: string) => ({
    process: ({
      request,
    }: {
      request: { query?: string; operationName?: string; variables?: Record<string, unknown> };
    }) =>
      fetch({
        service,
        query: request.query ?? '',
        operationName: request.operationName,
        variables: request.variables ?? {},
      }),
  });
  const sources = Object.fromEntries([...graph.services.keys()].map((name) => [name, source(name)]));
  try {
    const { data, errors } = await executeQueryPlan(
      plan,
      sources as unknown as Sources,
      { request: { variables }, context: {}, metrics: {} } as unknown as Request,
      buildOperationContext({ schema: graph.schema, operationDocument: document }),
      graph.supergraphSchema,
      graph.supergraph.apiSchema(),
    );
    // Through JSON, as a client sees it.
    return {
      data: data === undefined ? undefined : JSON.parse(JSON.stringify(data)),
      errors: (errors ?? []).map(plain),
    };
  } catch {
    return { data: undefined, errors: [] };
  }
}

/** Among its errors are some that are no GraphQL errors. */
function plain({ message, path, extensions }: GraphQLError): GraphQLFormattedError {
  return { message, ...(path && { path }), ...(extensions && { extensions }) };
}
