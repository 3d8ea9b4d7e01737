/** Runs an operation over the shop with answers written down by the test, by subgraph. */
import { operationFromDocument } from '@apollo/federation-internals';
import type { QueryPlan } from '@apollo/query-planner';
import {
  getOperationAST,
  getVariableValues,
  parse,
  validate,
  type ExecutionResult,
  type GraphQLFormattedError,
} from 'graphql';
import { compileOperation } from '../../src/execution/compile-operation.ts';
import type { Fetch } from '../../src/sources/subgraph-fetch.ts';
import { shopGraph } from './shop-graph.ts';

/** The answer to every fetch of a subgraph, or a function that gives it; functions may throw. */
export type Answers = Readonly<Record<string, unknown>>;

export interface Ran {
  readonly data: unknown;
  readonly text: string;
  readonly errors: readonly GraphQLFormattedError[];
  readonly fetches: readonly Fetch[];
}

const graph = shopGraph();

export function shopPlan(source: string): QueryPlan {
  return graph.planner.buildQueryPlan(operationFromDocument(graph.supergraph.apiSchema(), parse(source)));
}

export async function ran(
  source: string,
  answers: Answers,
  options: { variables?: Record<string, unknown>; plan?: QueryPlan } = {},
): Promise<Ran> {
  const document = parse(source);
  const faults = validate(graph.schema, document);
  if (faults.length > 0) throw new Error(faults.map(({ message }) => message).join('\n'));
  const { schema, supergraphSchema } = graph;
  const { plan = shopPlan(source) } = options;
  const definitions = getOperationAST(document)?.variableDefinitions ?? [];
  const { coerced = {} } = getVariableValues(schema, definitions, options.variables ?? {});
  const fetches: Fetch[] = [];
  const fetch = async (asked: Fetch): Promise<ExecutionResult> => {
    fetches.push(structuredClone(asked));
    const answer = answers[asked.service];
    const given: unknown = await (typeof answer === 'function' ? answer(asked) : structuredClone(answer));
    return given as ExecutionResult;
  };
  const compiled = compileOperation({ plan, document, schema, supergraphSchema });
  const { text, errors } = await compiled.execute({ variables: coerced, fetch });
  return { data: JSON.parse(text), text, errors, fetches };
}

export function representations(fetch: Fetch | undefined): readonly unknown[] {
  const sent = fetch?.variables['representations'];
  return Array.isArray(sent) ? sent : [];
}
