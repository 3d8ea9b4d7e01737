/** Which operation of a document is meant, with what variables and at what cost, or what is wrong with the call; the same on every transport. */
import { valueFault } from '@huizhen/platform/input/value-faults';
import {
  getOperationAST,
  getVariableValues,
  GraphQLError,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { withoutHints } from './hide-hints.ts';
import type { PublicSchema } from './judge-document.ts';
import { OperationCost } from './operation-cost.ts';
import { limits, variableLimits } from './operation-limits.ts';

interface Call {
  readonly document: DocumentNode;
  readonly operationName?: string | null | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined;
}

export interface CheckedCall {
  readonly operation: OperationDefinitionNode;
  /** By the operation's own declarations, with their defaults. */
  readonly variables: Record<string, unknown>;
  readonly cost: number;
}

export function checkCall(
  graph: PublicSchema,
  { document, operationName, variables }: Call,
): CheckedCall | GraphQLError {
  const operation = getOperationAST(document, operationName);
  if (!operation) return badInput([{ path: 'operationName', message: 'Name one of the operations in the document.' }]);
  const fault = valueFault(variables, variableLimits);
  if (fault) return badInput([fault], `${fault.path} ${fault.message}.`);
  const declared = operation.variableDefinitions ?? [];
  const { coerced, errors } = getVariableValues(graph.schema, declared, { ...variables }, { maxErrors: limits.errors });
  if (!coerced) {
    const messages = errors.map(({ message }) => (graph.introspection ? message : withoutHints(message)));
    return badInput(messages.map((message) => ({ path: 'variables', message })));
  }
  const compiled = costOf(graph.schema, document, operation);
  const cost = compiled.of(coerced);
  return cost > limits.cost ? tooExpensive(compiled, coerced, operation) : { operation, variables: coerced, cost };
}

/** Compiled once per operation of a document that is kept, and anew for a new version of the schema. */
const compiledCosts = new WeakMap<GraphQLSchema, WeakMap<OperationDefinitionNode, OperationCost>>();

function costOf(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode): OperationCost {
  const ofSchema = compiledCosts.get(schema) ?? new WeakMap<OperationDefinitionNode, OperationCost>();
  compiledCosts.set(schema, ofSchema);
  const compiled = ofSchema.get(operation) ?? new OperationCost(schema, document, operation);
  ofSchema.set(operation, compiled);
  return compiled;
}

function tooExpensive(
  compiled: OperationCost,
  variables: Record<string, unknown>,
  operation: OperationDefinitionNode,
): GraphQLError {
  const requested = compiled.of(variables);
  const paths = compiled.mostExpensive(variables, 3).map(({ path, cost }) => `${path} (${cost})`);
  const message = `The operation costs ${requested}, the limit is ${limits.cost}. Most of it: ${paths.join(', ')}. Ask for a smaller "first", or for inner lists in a second query.`;
  const extensions = { code: 'QUERY_TOO_COMPLEX', cost: { requested, limit: limits.cost } };
  return new GraphQLError(message, { nodes: operation, extensions });
}

function badInput(fields: readonly { path: string; message: string }[], message?: string): GraphQLError {
  const told = message ?? fields.map((field) => field.message).join(' ');
  return new GraphQLError(told, { extensions: { code: 'BAD_USER_INPUT', fields } });
}
