/** What every writer of one operation is compiled from. */
import type { GraphQLCompositeType, OperationDefinitionNode } from 'graphql';
import type { Fragments, Scope } from './collect-fields.ts';
import type { WriteObject } from './write.ts';

/** Why a caller may not have a field. */
export interface Refusal {
  readonly code: string;
  readonly message: string;
}

export interface WriterContext extends Fragments {
  readonly operation: OperationDefinitionNode;
  /** By coordinate, `Type.field`. */
  readonly refused: ReadonlyMap<string, Refusal>;
  /** Selections lie within selections: what writes the outer objects writes the inner ones. */
  objectWriter(type: GraphQLCompositeType, scopes: readonly Scope[]): WriteObject;
}
