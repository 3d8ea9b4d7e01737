/** One operation of one caller, of which something is refused. */
import { getOperationAST, GraphQLError, type DocumentNode, type GraphQLObjectType, type GraphQLSchema } from 'graphql';
import type { Refusal, Refused } from './refusal.ts';
import { FieldSelection, type AskedSet } from './selected-fields.ts';

export interface RefusedCall {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operationName: string | undefined;
  /** Coerced by the operation's own declarations. */
  readonly variables: Readonly<Record<string, unknown>>;
  readonly refused: Refused;
}

export type Path = readonly (string | number)[];

/** What is refused at the root, where nothing of a mutation or subscription runs if any of it is. */
export function refusedRoots(call: RefusedCall): GraphQLError[] {
  const { root, asked } = rootOf(call);
  const fields = new FieldSelection(call.schema, call.document, call.variables).of(root, [asked]);
  return [...fields].flatMap(([key, [first]]) => {
    const refusal = first && call.refused.get(`${root.name}.${first.node.name.value}`);
    return refusal ? [refusedAt([key], refusal)] : [];
  });
}

export function rootOf(call: RefusedCall): { root: GraphQLObjectType; asked: AskedSet } {
  const operation = getOperationAST(call.document, call.operationName);
  const root = operation && call.schema.getRootType(operation.operation);
  if (!operation || !root) throw new Error('An operation was let in that the schema does not have.');
  return { root, asked: { set: operation.selectionSet, askedOf: root.name } };
}

export function refusedAt(path: Path, { code, message }: Refusal): GraphQLError {
  return new GraphQLError(message, { path, extensions: { code } });
}
