/** What is sent of an operation: its text, or the id of a document that the app has published. */
import { Kind, OperationTypeNode, print, type DocumentNode, type OperationDefinitionNode } from 'graphql';

export type Variables = Readonly<Record<string, unknown>>;

export interface Payload {
  readonly query?: string;
  readonly documentId?: string;
  readonly operationName?: string;
  readonly variables: Variables;
}

/** As `npm run documents -- publish --manifest` writes it: format "apollo-persisted-query-manifest". */
export interface DocumentManifest {
  readonly operations: readonly { readonly id: string; readonly name: string }[];
}

const texts = new WeakMap<DocumentNode, string>();

export function payloadOf(document: DocumentNode, variables: Variables, manifest?: DocumentManifest): Payload {
  const operationName = operationOf(document).name?.value;
  const named = { ...(operationName !== undefined && { operationName }), variables };
  if (manifest === undefined) return { query: textOf(document), ...named };
  const id = manifest.operations.find(({ name }) => name === operationName)?.id;
  if (id === undefined)
    throw new Error(
      `The manifest has no operation "${operationName ?? ''}". Publish it (npm run documents -- publish --manifest …).`,
    );
  return { documentId: `sha256:${id}`, ...named };
}

export function operationOf({ definitions }: DocumentNode): OperationDefinitionNode {
  for (const definition of definitions) if (definition.kind === Kind.OPERATION_DEFINITION) return definition;
  throw new Error('This document has no operation.');
}

export function isMutation(document: DocumentNode): boolean {
  return operationOf(document).operation === OperationTypeNode.MUTATION;
}

function textOf(document: DocumentNode): string {
  const text = texts.get(document) ?? print(document);
  texts.set(document, text);
  return text;
}
