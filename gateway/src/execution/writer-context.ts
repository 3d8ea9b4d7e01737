/** What every writer of one operation is compiled from. */
import type { GraphQLCompositeType, OperationDefinitionNode } from 'graphql';
import type { Fragments, Scope } from './collect-fields.ts';
import type { WriteObject } from './write.ts';

export interface WriterContext extends Fragments {
  readonly operation: OperationDefinitionNode;
  /** Selections lie within selections: what writes the outer objects writes the inner ones. */
  objectWriter(type: GraphQLCompositeType, scopes: readonly Scope[]): WriteObject;
}
