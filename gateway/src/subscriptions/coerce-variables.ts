/** Variables by the operation's own declarations, with their defaults, or what is wrong with them. */
import { getVariableValues, GraphQLError, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import { limits } from '../limits/operation-limits.ts';

type Coerced = { readonly coerced: Record<string, unknown> } | { readonly errors: readonly GraphQLError[] };

export function coerceVariables(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  given: Readonly<Record<string, unknown>>,
): Coerced {
  const values = getVariableValues(
    schema,
    operation.variableDefinitions ?? [],
    { ...given },
    { maxErrors: limits.errors },
  );
  if (values.coerced) return { coerced: values.coerced };
  const fields = (values.errors ?? []).map(({ message }) => ({ path: 'variables', message }));
  const message = fields.map((field) => field.message).join(' ');
  return { errors: [new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT', fields } })] };
}
