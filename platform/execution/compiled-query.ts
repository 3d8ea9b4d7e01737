/**
 * A query compiled once and run many times. Its answers are those of graphql-js, which is asked instead for whatever is not
 * compiled: mutations, directives in the operation, introspection, several operations in one document.
 */
import {
  getVariableValues,
  GraphQLError,
  Kind,
  visit,
  BREAK,
  type DocumentNode,
  type ExecutionResult,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  OperationTypeNode,
} from 'graphql';
import { Execution } from './execution.ts';
import type { Compiling } from './field-plans.ts';
import type { Fields, ObjectPlan } from './object-plan.ts';
import { NotCompiled, PlanCompiler } from './plan-compiler.ts';

export interface Run {
  readonly rootValue: unknown;
  readonly contextValue: unknown;
  readonly variableValues: Readonly<Record<string, unknown>> | undefined;
}

export class CompiledQuery {
  private readonly compiling: Compiling;
  private readonly plan: ObjectPlan;

  private constructor(compiling: Compiling, plan: ObjectPlan) {
    this.compiling = compiling;
    this.plan = plan;
  }

  /** Null where graphql-js has to do it. The document has been validated. */
  static of(schema: GraphQLSchema, document: DocumentNode): CompiledQuery | null {
    const operation = onlyOperation(document);
    const rootType = operation && schema.getRootType(operation.operation);
    if (!operation || !rootType || operation.operation === OperationTypeNode.MUTATION || hasDirectives(document))
      return null;
    const compiling = { schema, operation, fragments: fragmentsOf(document) };
    try {
      return new CompiledQuery(compiling, new PlanCompiler(compiling).objectPlan(rootType, [operation.selectionSet]));
    } catch (error) {
      if (error instanceof NotCompiled) return null;
      throw error;
    }
  }

  /** Whether an operation asked for by this name is this one. */
  isCalled(name: string | undefined): boolean {
    return name === undefined || name === this.compiling.operation.name?.value;
  }

  async run({ rootValue, contextValue, variableValues = {} }: Run): Promise<ExecutionResult> {
    const { schema, operation } = this.compiling;
    const variables = getVariableValues(schema, operation.variableDefinitions ?? [], variableValues, { maxErrors: 50 });
    if (variables.errors) return { errors: variables.errors };
    const execution = new Execution(rootValue, contextValue, variables.coerced);
    const data = await this.dataOf(execution);
    return execution.errors.length > 0 ? { errors: execution.errors, data } : { data };
  }

  private async dataOf(execution: Execution): Promise<Fields | null> {
    try {
      return await this.plan.run(execution, execution.rootValue, undefined);
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      execution.note(error, undefined);
      return null;
    }
  }
}

function onlyOperation({ definitions }: DocumentNode): OperationDefinitionNode | null {
  const [first, ...more] = definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  return first !== undefined && more.length === 0 ? first : null;
}

function fragmentsOf({ definitions }: DocumentNode): Record<string, FragmentDefinitionNode> {
  const fragments = definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
  return Object.fromEntries(fragments.map((fragment) => [fragment.name.value, fragment]));
}

function hasDirectives(document: DocumentNode): boolean {
  let found = false;
  visit(document, {
    Directive() {
      found = true;
      return BREAK;
    },
  });
  return found;
}
