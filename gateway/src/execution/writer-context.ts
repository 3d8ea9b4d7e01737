/** What every writer of one operation is compiled from. */
import type { OperationDefinitionNode } from 'graphql';
import type { Fragments } from './collect-fields.ts';

/** Why a caller may not have a field. */
export interface Refusal {
  readonly code: string;
  readonly message: string;
}

export interface WriterContext extends Fragments {
  readonly operation: OperationDefinitionNode;
  /** By coordinate, `Type.field`. */
  readonly refused: ReadonlyMap<string, Refusal>;
}
