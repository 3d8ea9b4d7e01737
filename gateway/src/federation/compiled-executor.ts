/** Plans run as compiled functions, one for each plan; the few that cannot be compiled are run by the executor behind. */
import type { QueryPlan } from '@apollo/query-planner';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Counter } from 'prom-client';
import { compileOperation, type CompiledOperation } from '../execution/compile-operation.ts';
import { UnsupportedPlan } from '../execution/compile-plan.ts';
import type { PlanAnswer, PlanCall, PlanExecutor } from './plan-executor.ts';

export interface CompiledExecutorOptions {
  /** Counts operations by whether their plan was compiled already. */
  readonly compilations: Counter<'cache'>;
  /** Runs what cannot be compiled. */
  readonly otherwise: PlanExecutor;
}

export class CompiledExecutor implements PlanExecutor {
  private readonly options: CompiledExecutorOptions;
  /** A plan that is forgotten takes its functions with it. Null for those that cannot be compiled. */
  private readonly compiled = new WeakMap<QueryPlan, CompiledOperation | null>();

  constructor(options: CompiledExecutorOptions) {
    this.options = options;
  }

  async execute(call: PlanCall): Promise<PlanAnswer> {
    const operation = this.operation(call);
    if (!operation) return this.options.otherwise.execute(call);
    const { text, errors } = await operation.execute(call);
    return { text, errors: errors.map(thrown) };
  }

  private operation(call: PlanCall): CompiledOperation | null {
    const known = this.compiled.get(call.plan);
    this.options.compilations.inc({ cache: known === undefined ? 'miss' : 'hit' });
    if (known !== undefined) return known;
    const compiled = compile(call);
    this.compiled.set(call.plan, compiled);
    return compiled;
  }
}

function compile({ plan, operation: { document, operationName }, version }: PlanCall): CompiledOperation | null {
  const { schema, supergraphSchema } = version;
  try {
    return compileOperation({ plan, document, operationName, schema, supergraphSchema });
  } catch (error) {
    if (error instanceof UnsupportedPlan) return null;
    throw error;
  }
}

function thrown({ message, path, extensions }: GraphQLFormattedError): GraphQLError {
  return new GraphQLError(message, { ...(path && { path }), ...(extensions && { extensions }) });
}
