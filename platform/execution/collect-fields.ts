/** What a selection asks of one object type, fragments dissolved. https://spec.graphql.org/October2021/#CollectFields() */
import {
  isAbstractType,
  Kind,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

export type Fragments = Readonly<Record<string, FragmentDefinitionNode>>;

export interface Collecting {
  readonly schema: GraphQLSchema;
  readonly fragments: Fragments;
}

/** Under the name that each has in the answer, in the order of first mention. */
export type CollectedFields = ReadonlyMap<string, readonly FieldNode[]>;

export function collectFields(
  collecting: Collecting,
  type: GraphQLObjectType,
  selectionSets: readonly SelectionSetNode[],
): CollectedFields {
  const collector = new Collector(collecting, type);
  for (const { selections } of selectionSets) collector.take(selections);
  return collector.fields;
}

class Collector {
  readonly fields = new Map<string, FieldNode[]>();
  private readonly visited = new Set<string>();
  private readonly collecting: Collecting;
  private readonly type: GraphQLObjectType;

  constructor(collecting: Collecting, type: GraphQLObjectType) {
    this.collecting = collecting;
    this.type = type;
  }

  take(selections: readonly SelectionNode[]): void {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) this.add(selection);
      else if (selection.kind === Kind.INLINE_FRAGMENT)
        this.takeIfMeant(selection.typeCondition?.name.value, selection.selectionSet);
      else this.takeFragment(selection.name.value);
    }
  }

  private add(field: FieldNode): void {
    const name = field.alias?.value ?? field.name.value;
    const known = this.fields.get(name);
    if (known) known.push(field);
    else this.fields.set(name, [field]);
  }

  private takeFragment(name: string): void {
    const fragment = this.collecting.fragments[name];
    if (fragment === undefined || this.visited.has(name)) return;
    this.visited.add(name);
    this.takeIfMeant(fragment.typeCondition.name.value, fragment.selectionSet);
  }

  private takeIfMeant(condition: string | undefined, { selections }: SelectionSetNode): void {
    const { schema } = this.collecting;
    const meant = condition === undefined ? this.type : schema.getType(condition);
    if (meant === this.type || (isAbstractType(meant) && schema.isSubType(meant, this.type))) this.take(selections);
  }
}
