/** Reads a text as GraphQL, as far as that is possible without the graph: whether it parses, and what its operations are called. */
import { createHash } from 'node:crypto';
import { GraphQLError, Kind, parse, type DefinitionNode, type OperationDefinitionNode } from 'graphql';
import { documentLimits, type ReadDocument } from '../domain/trusted-document.ts';

/** What the gateway reads of one operation at most. */
const MOST_TOKENS = 2_000;

export function readDocument(text: string): ReadDocument {
  const known = { id: idOfDocument(text), text, bytes: Buffer.byteLength(text) };
  if (known.bytes > documentLimits.bytes) return { ...known, operationNames: [], fault: null };
  try {
    const { definitions } = parse(text, { maxTokens: MOST_TOKENS, noLocation: true });
    const operations = definitions.filter(isOperation);
    const operationNames = operations.map(({ name }) => name?.value ?? null);
    return { ...known, operationNames, fault: faultOf(definitions, operationNames) };
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    const [place] = error.locations ?? [];
    const where = place ? ` (line ${place.line}, column ${place.column})` : '';
    return { ...known, operationNames: [], fault: `is not GraphQL: ${error.message}${where}` };
  }
}

/** Over the text as it is sent, byte for byte, as clients that send ids compute it. */
export function idOfDocument(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

function isOperation(definition: DefinitionNode): definition is OperationDefinitionNode {
  return definition.kind === Kind.OPERATION_DEFINITION;
}

function faultOf(definitions: readonly DefinitionNode[], names: readonly (string | null)[]): string | null {
  const others = definitions.filter((one) => !isOperation(one) && one.kind !== Kind.FRAGMENT_DEFINITION);
  if (others.length > 0) return 'holds more than operations and fragments: leave the rest out';
  return new Set(names).size === names.length ? null : 'has two operations of one name';
}
