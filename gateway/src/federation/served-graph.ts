/** The graph as Apollo Server wants its gateway: a schema, an executor, and word of every new version. */
import type { ApolloServerOptions } from '@apollo/server';
import type { GraphQLError } from 'graphql';
import { wantsCost } from '../limits/cost-report.ts';
import type { CheckedOperation, GraphVersion } from './graph-version.ts';
import type { GatewayContext } from './gateway-context.ts';
import { JsonText } from './json-text.ts';
import type { PlanAnswer } from './plan-executor.ts';

type GatewayInterface = NonNullable<ApolloServerOptions<GatewayContext>['gateway']>;
type SchemaListener = Parameters<GatewayInterface['onSchemaLoadOrUpdate']>[0];

export interface OperationCall extends CheckedOperation {
  readonly rawVariables: Readonly<Record<string, unknown>> | null | undefined;
  readonly context: GatewayContext;
  /** Whether the answer is to tell what the operation cost. */
  readonly reportCost?: boolean;
}

export interface GraphSource {
  readonly current: GraphVersion;
  onVersion(listener: (version: GraphVersion) => void): () => void;
  execute(call: OperationCall): Promise<PlanAnswer>;
}

export function servedGraph(graph: GraphSource): GatewayInterface {
  const told = ({ schema, sdl }: GraphVersion): Parameters<SchemaListener>[0] => ({
    apiSchema: schema,
    coreSupergraphSdl: sdl,
  });
  return {
    onSchemaLoadOrUpdate: (listener) => {
      listener(told(graph.current));
      return graph.onVersion((version) => listener(told(version)));
    },
    load: () =>
      Promise.resolve({
        executor: async ({ document, source, operationName, request, context }) => {
          const { text, errors, extensions } = await graph.execute({
            document,
            source,
            operationName: operationName ?? undefined,
            rawVariables: request.variables,
            context: context as GatewayContext,
            reportCost: wantsCost(request.extensions),
          });
          return {
            data: dataOf(text),
            ...(errors.length > 0 && { errors: mutable(errors) }),
            ...(extensions && { extensions: { ...extensions } }),
          };
        },
      }),
    stop: () => Promise.resolve(),
  };
}

/** Apollo Server passes data on without looking inside. */
function dataOf(text: string): Record<string, unknown> {
  return new JsonText(text) as unknown as Record<string, unknown>;
}

function mutable(errors: readonly GraphQLError[]): GraphQLError[] {
  return [...errors];
}
