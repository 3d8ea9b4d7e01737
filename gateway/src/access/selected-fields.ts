/** The fields that an operation asks of an object, by the name they have in the answer; as the specification's CollectFields. */
import {
  getDirectiveValues,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  isAbstractType,
  Kind,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  type NamedTypeNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

export interface SelectedField {
  readonly node: FieldNode;
  /** The type that it is asked of: an interface too, whatever the object turns out to be. */
  readonly askedOf: string;
}

export interface AskedSet {
  readonly set: SelectionSetNode;
  readonly askedOf: string;
}

export type SelectedFields = Map<string, SelectedField[]>;

export class FieldSelection {
  private readonly schema: GraphQLSchema;
  private readonly variables: Readonly<Record<string, unknown>>;
  private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;

  /** @param variables coerced */
  constructor(schema: GraphQLSchema, document: DocumentNode, variables: Readonly<Record<string, unknown>>) {
    this.schema = schema;
    this.variables = variables;
    const fragments = document.definitions.filter((one) => one.kind === Kind.FRAGMENT_DEFINITION);
    this.fragments = new Map(fragments.map((one) => [one.name.value, one]));
  }

  /** @param type of the object @param sets of its fields, by the type that they are asked of */
  of(type: GraphQLObjectType, sets: readonly AskedSet[]): SelectedFields {
    const fields: SelectedFields = new Map();
    for (const set of sets) this.collect(set, type, fields);
    return fields;
  }

  private collect({ set, askedOf }: AskedSet, type: GraphQLObjectType, into: SelectedFields): void {
    for (const node of set.selections) {
      if (!this.isIncluded(node)) continue;
      if (node.kind === Kind.FIELD) {
        const key = node.alias?.value ?? node.name.value;
        into.set(key, [...(into.get(key) ?? []), { node, askedOf }]);
        continue;
      }
      const fragment = node.kind === Kind.FRAGMENT_SPREAD ? this.fragments.get(node.name.value) : node;
      if (!fragment || !this.applies(fragment.typeCondition, type)) continue;
      const { selectionSet, typeCondition } = fragment;
      this.collect({ set: selectionSet, askedOf: typeCondition?.name.value ?? askedOf }, type, into);
    }
  }

  private isIncluded(node: SelectionNode): boolean {
    if (getDirectiveValues(GraphQLSkipDirective, node, this.variables)?.['if'] === true) return false;
    return getDirectiveValues(GraphQLIncludeDirective, node, this.variables)?.['if'] !== false;
  }

  private applies(condition: NamedTypeNode | undefined, type: GraphQLObjectType): boolean {
    if (!condition || condition.name.value === type.name) return true;
    const conditional = this.schema.getType(condition.name.value);
    return isAbstractType(conditional) && this.schema.isSubType(conditional, type);
  }
}
