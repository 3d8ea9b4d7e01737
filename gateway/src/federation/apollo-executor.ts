/** Plans run by the executor of @apollo/gateway: the fall-back, and what the compiled executor is compared with. */
import { buildOperationContext, executeQueryPlan, type GraphQLDataSource } from '@apollo/gateway';
import type { SubgraphFetch } from '../sources/subgraph-fetch.ts';
import type { PlanAnswer, PlanCall, PlanExecutor } from './plan-executor.ts';

type PlanRequest = Parameters<typeof executeQueryPlan>[2];

export const apolloExecutor: PlanExecutor = {
  async execute(call: PlanCall): Promise<PlanAnswer> {
    const { version, operation, plan, fetch } = call;
    const operationContext = buildOperationContext({
      schema: version.schema,
      operationDocument: operation.document,
      ...(operation.operationName !== undefined && { operationName: operation.operationName }),
    });
    const sources = Object.fromEntries(version.services.map((name) => [name, sourceOf(name, fetch)]));
    const { data, errors } = await executeQueryPlan(
      plan,
      sources,
      requestOf(call),
      operationContext,
      version.supergraphSchema,
      version.apiSchema,
    );
    return { text: JSON.stringify(data ?? null), errors: errors ?? [] };
  },
};

function sourceOf(service: string, fetch: SubgraphFetch): GraphQLDataSource {
  return {
    async process({ request }) {
      const { query = '', operationName, variables = {} } = request;
      const answer = await fetch({ service, query, operationName, variables });
      // The executor merges into what it is given and takes the members that it knows.
      return answer as Awaited<ReturnType<GraphQLDataSource['process']>>;
    },
  };
}

/** The executor wants the whole request context of Apollo Server and uses only these members of it. */
function requestOf({ operation, variables }: PlanCall): PlanRequest {
  return {
    request: { query: operation.source, variables: { ...variables } },
    context: {},
    metrics: {},
  } as unknown as PlanRequest;
}
