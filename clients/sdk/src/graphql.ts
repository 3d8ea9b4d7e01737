/** A document of one's own, with the types that one says it has; a generator says them for you (README.md). */
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { parse } from 'graphql';
import type { Variables } from './http/payload.ts';

export function graphql<Data, V extends Variables = Record<string, never>>(text: string): TypedDocumentNode<Data, V> {
  return parse(text);
}
