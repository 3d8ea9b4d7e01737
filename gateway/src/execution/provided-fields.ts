/** What a subgraph operation brings, under the names that it has in the gateway's data. Read only once a fetch has failed. */
import type { FetchNode } from '@apollo/query-planner';
import { Kind, parse, type DocumentNode, type FragmentDefinitionNode, type SelectionSetNode } from 'graphql';
import { renamesOf } from './rewrites.ts';
import type { TypeFamilies, TypeMatcher } from './type-families.ts';

export type ProvidedFields = readonly (
  | { readonly kind: 'field'; readonly name: string; readonly within: ProvidedFields }
  | { readonly kind: 'fragment'; readonly matches: TypeMatcher; readonly within: ProvidedFields }
)[];

interface Reading {
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly renames: ReadonlyMap<string, string>;
  readonly families: TypeFamilies;
}

export function providedFields(node: FetchNode, families: TypeFamilies): ProvidedFields {
  const document = parse(node.operation, { noLocation: true });
  const provided = read(selectionOf(document), {
    fragments: fragmentsOf(document),
    renames: renamesOf(node),
    families,
  });
  return node.requires ? provided.flatMap(({ within }) => within) : provided;
}

function read({ selections }: SelectionSetNode, reading: Reading): ProvidedFields {
  const within = (set: SelectionSetNode | undefined) => (set ? read(set, reading) : []);
  return selections.map((selection) => {
    if (selection.kind === Kind.FIELD) {
      const name = selection.alias?.value ?? selection.name.value;
      return { kind: 'field', name: reading.renames.get(name) ?? name, within: within(selection.selectionSet) };
    }
    const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : reading.fragments.get(selection.name.value);
    const condition = fragment?.typeCondition?.name.value;
    return { kind: 'fragment', matches: matcher(condition, reading), within: within(fragment?.selectionSet) };
  });
}

function matcher(condition: string | undefined, { families }: Reading): TypeMatcher {
  return condition === undefined ? () => true : families.matcher(condition, true);
}

function selectionOf({ definitions }: DocumentNode): SelectionSetNode {
  const operation = definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  if (!operation) throw new Error('The plan holds a fetch without an operation.');
  return operation.selectionSet;
}

function fragmentsOf({ definitions }: DocumentNode): Map<string, FragmentDefinitionNode> {
  const fragments = definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
  return new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
}
