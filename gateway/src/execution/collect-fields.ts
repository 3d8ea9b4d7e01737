/** Fields of one type from selection sets that may hold fragments, as the specification's CollectFields, once for all requests. */
import {
  isAbstractType,
  Kind,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';
import { guardOf, type Guard } from './guards.ts';

/** A selection set, and when it counts. */
export interface Scope {
  readonly set: SelectionSetNode;
  readonly guard: Guard;
}

/** Every occurrence of one response name. */
export interface CollectedField {
  readonly responseName: string;
  readonly node: FieldNode;
  readonly nodes: FieldNode[];
  readonly guards: Guard[];
  /** What the occurrences select, to be merged. */
  readonly scopes: Scope[];
}

export interface Fragments {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
}

export function collectFields(
  scopes: readonly Scope[],
  type: GraphQLCompositeType,
  known: Fragments,
): CollectedField[] {
  const fields = new Map<string, CollectedField>();
  const spread = new Set<string>();
  const collect = ({ set, guard }: Scope): void => {
    for (const selection of set.selections) {
      const own = guardOf(selection, guard);
      if (!own) continue;
      if (selection.kind === Kind.FIELD) {
        add(fields, selection, own);
        continue;
      }
      const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : known.fragments.get(selection.name.value);
      if (!fragment || !applies(fragment.typeCondition?.name.value, type, known.schema)) continue;
      const again = selection.kind === Kind.FRAGMENT_SPREAD ? `${selection.name.value} ${JSON.stringify(own)}` : null;
      if (again !== null && spread.has(again)) continue;
      if (again !== null) spread.add(again);
      collect({ set: fragment.selectionSet, guard: own });
    }
  };
  scopes.forEach(collect);
  return [...fields.values()];
}

function add(fields: Map<string, CollectedField>, node: FieldNode, guard: Guard): void {
  const responseName = (node.alias ?? node.name).value;
  const field = fields.get(responseName) ?? { responseName, node, nodes: [], guards: [], scopes: [] };
  fields.set(responseName, field);
  field.nodes.push(node);
  field.guards.push(guard);
  if (node.selectionSet) field.scopes.push({ set: node.selectionSet, guard });
}

function applies(condition: string | undefined, type: GraphQLCompositeType, schema: GraphQLSchema): boolean {
  if (condition === undefined || condition === type.name) return true;
  const other = schema.getType(condition);
  return isAbstractType(other) && 'getFields' in type && schema.isSubType(other, type);
}
