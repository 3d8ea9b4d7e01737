/** What a subscription must be like to go on after its line broke. */
import { Kind, OperationTypeNode, type DocumentNode } from 'graphql';
import { operationOf } from '../http/payload.ts';

/** Their first event is everything that there is, so that they need no place to begin at. */
const snapshotFirst = new Set(['consultationQueue']);

export function startsWithSnapshot(document: DocumentNode): boolean {
  return operationOf(document).selectionSet.selections.some(
    (selection) => selection.kind === Kind.FIELD && snapshotFirst.has(selection.name.value),
  );
}

/** @throws TypeError with what to mend */
export function assertResumable(document: DocumentNode): void {
  const { operation, variableDefinitions = [] } = operationOf(document);
  const takesAfter = variableDefinitions.some(({ variable }) => variable.name.value === 'after');
  if (operation !== OperationTypeNode.SUBSCRIPTION || !takesAfter)
    throw new TypeError(
      'watch() takes a subscription with the variable $after: String, handed to its field as `after`.',
    );
}
