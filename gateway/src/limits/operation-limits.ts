/** What an operation may ask for at most, judged before it runs; the same on every transport. */
import { sizeOf, type Size } from '@huizhen/platform/input/operation-size';
import type { ValueLimits } from '@huizhen/platform/input/value-faults';
import { GraphQLError, Kind, type DefinitionNode, type DocumentNode } from 'graphql';

export const limits = {
  tokens: 2_000,
  queryBytes: 64 * 1024,
  /** Of brackets of all kinds, counted before anything is parsed. */
  nesting: 100,
  depth: 10,
  aliases: 15,
  directives: 5,
  rootFields: 30,
  /** The same field of the same parent, by whatever aliases and fragments. */
  repeats: 5,
  /** Fragments written out. */
  selections: 2_000,
  cost: 1_000,
  errors: 5,
} as const;

export const variableLimits: ValueLimits = { depth: 32, listLength: 1_000, values: 5_000 };

const advice: Readonly<Record<keyof Size, string>> = {
  depth: 'Ask for the inner objects in a second query.',
  aliases: 'Split the query.',
  directives: 'Leave out fields instead of switching them off.',
  rootFields: 'Split the query.',
  repeats: 'Ask for a field once.',
  selections: 'Use fewer fragments.',
};

const everything = ['depth', 'aliases', 'directives', 'rootFields', 'repeats', 'selections'] as const;

/** One error with QUERY_TOO_COMPLEX for every limit that the document passes. */
export function sizeErrors(document: DocumentNode): GraphQLError[] {
  // Operations first: whatever is too large there need not be looked for in fragments, which are walked with them.
  const inOrder = document.definitions.toSorted((one, other) => Number(isFragment(one)) - Number(isFragment(other)));
  for (const definition of inOrder) {
    const errors = errorsOf(definition, document);
    if (errors.length > 0) return errors;
  }
  return [];
}

function isFragment({ kind }: DefinitionNode): boolean {
  return kind === Kind.FRAGMENT_DEFINITION;
}

function errorsOf(definition: DefinitionNode, document: DocumentNode): GraphQLError[] {
  const isOperation = definition.kind === Kind.OPERATION_DEFINITION;
  if (!isOperation && definition.kind !== Kind.FRAGMENT_DEFINITION) return [];
  const size = sizeOf(definition, document, limits.selections);
  // A fragment by itself, used or not, must not be what makes validation slow; the rest counts where it is used.
  const measured: readonly (keyof Size)[] = isOperation ? everything : ['repeats', 'selections'];
  const passed = measured.filter((name) => size[name] > limits[name]);
  return passed.map((name) => {
    const message = `The operation passes the limit of ${limits[name]} ${name} (it has ${size[name]}). ${advice[name]}`;
    return new GraphQLError(message, { nodes: definition, extensions: { code: 'QUERY_TOO_COMPLEX' } });
  });
}
