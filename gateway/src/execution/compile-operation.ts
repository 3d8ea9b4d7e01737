/**
 * An operation and its plan, compiled once into functions: what a request does is fetch, merge and write text. Nothing of a
 * document, a plan or a schema is walked again.
 */
import type { QueryPlan } from '@apollo/query-planner';
import { getOperationAST, Kind, type DocumentNode, type GraphQLFormattedError, type GraphQLSchema } from 'graphql';
import { compilePlan } from './compile-plan.ts';
import { notThere, nothingToTell } from './fault.ts';
import { objectWriter } from './object-writer.ts';
import { ResponsePaths } from './response-paths.ts';
import { Run } from './run.ts';
import type { SubgraphFetch } from '../sources/subgraph-fetch.ts';
import { TypeFamilies } from './type-families.ts';
import type { WriterContext } from './writer-context.ts';

export interface CompileInput {
  readonly plan: QueryPlan;
  readonly document: DocumentNode;
  readonly operationName?: string | undefined;
  /** What clients see. */
  readonly schema: GraphQLSchema;
  readonly supergraphSchema: GraphQLSchema;
}

export interface OperationRun {
  /** Coerced by the operation's own declarations. */
  readonly variables: Readonly<Record<string, unknown>>;
  readonly fetch: SubgraphFetch;
}

export interface OperationAnswer {
  /** JSON text of `data`. */
  readonly text: string;
  readonly errors: GraphQLFormattedError[];
}

export interface CompiledOperation {
  execute(run: OperationRun): Promise<OperationAnswer>;
}

/** @throws UnsupportedPlan for plans that another executor must run */
export function compileOperation(input: CompileInput): CompiledOperation {
  const context = contextOf(input);
  const { schema, operation, fragments } = context;
  const root = schema.getRootType(operation.operation);
  if (!root) throw new Error(`The schema has no ${operation.operation}.`);
  const fetchAll = compilePlan(input.plan, {
    families: new TypeFamilies(input.supergraphSchema),
    responsePaths: new ResponsePaths(operation.selectionSet, fragments),
  });
  const write = context.objectWriter(root, [{ set: operation.selectionSet, guard: [] }]);
  return {
    async execute(given) {
      const run = new Run(given);
      await fetchAll(run);
      run.settle();
      const text = write(run.data, run);
      if (text === 'null' && run.errors.length === 0) run.tell(run.metUnknown ? notThere : nothingToTell);
      return { text, errors: run.errors };
    },
  };
}

function contextOf({ document, operationName, schema }: CompileInput): WriterContext {
  const operation = getOperationAST(document, operationName);
  if (!operation) throw new Error('The operation was not checked: the document has none of this name.');
  const definitions = document.definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
  const fragments = new Map(definitions.map((fragment) => [fragment.name.value, fragment]));
  const context: WriterContext = {
    schema,
    operation,
    fragments,
    objectWriter: (type, scopes) => objectWriter(type, scopes, context),
  };
  return context;
}
