/** Which operation of a document is meant and with what variables, or what is wrong with the call; the same on HTTP and WebSocket. */
import {
  getOperationAST,
  getVariableValues,
  GraphQLError,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { withoutHints } from './hide-hints.ts';
import { limits } from './operation-limits.ts';

interface PublicSchema {
  readonly schema: GraphQLSchema;
  /** Whether errors may tell what is in the schema. */
  readonly introspection: boolean;
}

interface Call {
  readonly document: DocumentNode;
  readonly operationName?: string | null | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined;
}

export interface Checked {
  readonly operation: OperationDefinitionNode;
  /** By the operation's own declarations, with their defaults. */
  readonly variables: Record<string, unknown>;
}

export function checkCall(graph: PublicSchema, { document, operationName, variables }: Call): Checked | GraphQLError {
  const operation = getOperationAST(document, operationName);
  if (!operation) return badInput([{ path: 'operationName', message: 'Name one of the operations in the document.' }]);
  const declared = operation.variableDefinitions ?? [];
  const { coerced, errors } = getVariableValues(graph.schema, declared, { ...variables }, { maxErrors: limits.errors });
  if (coerced) return { operation, variables: coerced };
  const messages = errors.map(({ message }) => (graph.introspection ? message : withoutHints(message)));
  return badInput(messages.map((message) => ({ path: 'variables', message })));
}

function badInput(fields: readonly { path: string; message: string }[]): GraphQLError {
  const message = fields.map((field) => field.message).join(' ');
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT', fields } });
}
