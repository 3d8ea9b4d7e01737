/** An operation without the fields that its caller is refused: what may be planned and fetched for this caller. */
import {
  getNamedType,
  getOperationAST,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  visit,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  type NamedTypeNode,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { Refused } from './refusal.ts';

/** The name under which an answer tells of which type an object is, where the schema alone does not say it. */
export const TYPE_OF_OBJECT = 'typeOfObject__';

interface Asked {
  readonly document: DocumentNode;
  readonly operationName: string | undefined;
}

/** The document itself when nothing of it is refused; null when nothing is left. */
export function withoutRefused(asked: Asked, schema: GraphQLSchema, refused: Refused): DocumentNode | null {
  const operation = getOperationAST(asked.document, asked.operationName);
  const root = operation && schema.getRootType(operation.operation);
  if (!operation || !root || refused.size === 0) return asked.document;
  const reduction = new Reduction(asked.document, schema, refused);
  const selectionSet = reduction.selections(operation.selectionSet, root);
  if (!reduction.anythingRefused) return asked.document;
  return selectionSet && documentOf({ ...operation, selectionSet }, reduction.fragmentsLeft());
}

class Reduction {
  anythingRefused = false;
  private readonly schema: GraphQLSchema;
  private readonly refused: Refused;
  private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** By name, as soon as they are met; null for those of which nothing is left. */
  private readonly reduced = new Map<string, FragmentDefinitionNode | null>();

  constructor({ definitions }: DocumentNode, schema: GraphQLSchema, refused: Refused) {
    this.schema = schema;
    this.refused = refused;
    const fragments = definitions.filter((one) => one.kind === Kind.FRAGMENT_DEFINITION);
    this.fragments = new Map(fragments.map((one) => [one.name.value, one]));
  }

  /** Null when nothing is left. */
  selections(set: SelectionSetNode, parent: GraphQLCompositeType): SelectionSetNode | null {
    const selections = set.selections.flatMap((node) => this.selection(node, parent) ?? []);
    return selections.length === 0 ? null : { ...set, selections };
  }

  fragmentsLeft(): FragmentDefinitionNode[] {
    return [...this.reduced.values()].filter((fragment) => fragment !== null);
  }

  private selection(node: SelectionNode, parent: GraphQLCompositeType): SelectionNode | null {
    if (node.kind === Kind.FIELD) return this.field(node, parent);
    if (node.kind === Kind.FRAGMENT_SPREAD) return this.fragment(node.name.value) && node;
    const type = node.typeCondition ? this.typeOf(node.typeCondition) : parent;
    const selectionSet = type && this.selections(node.selectionSet, type);
    return selectionSet && { ...node, selectionSet };
  }

  private field(node: FieldNode, parent: GraphQLCompositeType): FieldNode | null {
    const name = node.name.value;
    if (this.refused.has(`${parent.name}.${name}`)) {
      this.anythingRefused = true;
      return null;
    }
    const definition = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined;
    const type = definition && getNamedType(definition.type);
    // Introspection is the schema's own, and leaves have nothing inside.
    if (!node.selectionSet || !isCompositeType(type)) return node;
    const { selections } = this.selections(node.selectionSet, type) ?? onlyItsType;
    return { ...node, selectionSet: setOf(isAbstractType(type) ? [...selections, typeOfObject] : selections) };
  }

  private fragment(name: string): FragmentDefinitionNode | null {
    const known = this.reduced.get(name);
    if (known !== undefined) return known;
    const fragment = this.fragments.get(name);
    const type = fragment && this.typeOf(fragment.typeCondition);
    const left = fragment && type ? this.selections(fragment.selectionSet, type) : null;
    const reduced = fragment && left ? { ...fragment, selectionSet: left } : null;
    this.reduced.set(name, reduced);
    return reduced;
  }

  private typeOf(condition: NamedTypeNode): GraphQLCompositeType | null {
    const type = this.schema.getType(condition.name.value);
    return isCompositeType(type) ? type : null;
  }
}

function documentOf(operation: OperationDefinitionNode, fragments: readonly FragmentDefinitionNode[]): DocumentNode {
  const used = new Set<string>();
  for (const node of [{ ...operation, variableDefinitions: [] }, ...fragments])
    visit(node, { Variable: ({ name }) => void used.add(name.value) });
  const variables = operation.variableDefinitions?.filter(({ variable }) => used.has(variable.name.value)) ?? [];
  return { kind: Kind.DOCUMENT, definitions: [{ ...operation, variableDefinitions: variables }, ...fragments] };
}

function setOf(selections: readonly SelectionNode[]): SelectionSetNode {
  return { kind: Kind.SELECTION_SET, selections };
}

const typename = { kind: Kind.NAME, value: '__typename' } as const;
const typeOfObject: FieldNode = {
  kind: Kind.FIELD,
  alias: { kind: Kind.NAME, value: TYPE_OF_OBJECT },
  name: typename,
};
/** The object may be there although all that is asked of it is refused. */
const onlyItsType = setOf([{ kind: Kind.FIELD, name: typename }]);
