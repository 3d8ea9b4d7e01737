/** How large an operation is with its fragments written out; walking stops once it is larger than anything legitimate. */
import {
  Kind,
  type DocumentNode,
  type ExecutableDefinitionNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

export interface Size {
  depth: number;
  aliases: number;
  directives: number;
  rootFields: number;
  /** The same field of the same parent, by whatever aliases and fragments. */
  repeats: number;
  /** Everything selected, fragments written out. */
  selections: number;
}

/** @param most selections: past it, walking on would itself be the attack */
export function sizeOf(part: ExecutableDefinitionNode, document: DocumentNode, most: number): Size {
  const walk = new Walk(fragmentsOf(document), most);
  walk.size.directives = part.directives?.length ?? 0;
  walk.selections(part.selectionSet, 1, new Map());
  return walk.size;
}

function fragmentsOf(document: DocumentNode): ReadonlyMap<string, FragmentDefinitionNode> {
  const fragments = document.definitions.filter((one) => one.kind === Kind.FRAGMENT_DEFINITION);
  return new Map(fragments.map((one) => [one.name.value, one]));
}

class Walk {
  readonly size: Size = { depth: 0, aliases: 0, directives: 0, rootFields: 0, repeats: 0, selections: 0 };
  private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  private readonly most: number;
  private readonly within = new Set<string>();

  constructor(fragments: ReadonlyMap<string, FragmentDefinitionNode>, most: number) {
    this.fragments = fragments;
    this.most = most;
  }

  selections(set: SelectionSetNode, depth: number, seen: Map<string, number>): void {
    for (const node of set.selections) {
      if (this.size.selections > this.most) return;
      this.size.selections += 1;
      this.size.directives += node.directives?.length ?? 0;
      if (node.kind === Kind.INLINE_FRAGMENT) this.selections(node.selectionSet, depth, seen);
      else if (node.kind === Kind.FRAGMENT_SPREAD) this.spread(node.name.value, depth, seen);
      // Introspection is a fixed, deep query; it has its own switch.
      else if (!node.name.value.startsWith('__')) this.field(node, depth, seen);
    }
  }

  private field(node: FieldNode, depth: number, seen: Map<string, number>): void {
    const { size } = this;
    const count = (seen.get(node.name.value) ?? 0) + 1;
    seen.set(node.name.value, count);
    size.repeats = Math.max(size.repeats, count);
    size.depth = Math.max(size.depth, depth);
    if (node.alias) size.aliases += 1;
    if (depth === 1) size.rootFields += 1;
    if (node.selectionSet) this.selections(node.selectionSet, depth + 1, new Map());
  }

  private spread(name: string, depth: number, seen: Map<string, number>): void {
    // A fragment inside itself is refused by the specification's own rule.
    const fragment = this.within.has(name) ? undefined : this.fragments.get(name);
    if (!fragment) return;
    this.within.add(name);
    this.selections(fragment.selectionSet, depth, seen);
    this.within.delete(name);
  }
}
