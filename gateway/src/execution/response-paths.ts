/** Which paths a client can see: those of its own operation. What is fetched for other fetches only is not among them. */
import { Kind, type FieldNode, type FragmentDefinitionNode, type SelectionSetNode } from 'graphql';
import { guardOf, holds } from './guards.ts';
import type { Path } from './json.ts';

type Variables = Readonly<Record<string, unknown>>;

export class ResponsePaths {
  private readonly root: SelectionSetNode;
  private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;

  constructor(root: SelectionSetNode, fragments: ReadonlyMap<string, FragmentDefinitionNode>) {
    this.root = root;
    this.fragments = fragments;
  }

  /** The path as far as the operation asks for it: a fault of what was required for a field is told where it was required. */
  shown(path: Path, variables: Variables): Path {
    let sets: readonly SelectionSetNode[] = [this.root];
    for (const [index, step] of path.entries()) {
      if (typeof step === 'number') continue;
      const fields = sets.flatMap((set) => this.fieldsOf(set, step, variables));
      if (fields.length === 0) return path.slice(0, index);
      sets = fields.flatMap(({ selectionSet }) => selectionSet ?? []);
    }
    return path;
  }

  private fieldsOf({ selections }: SelectionSetNode, responseName: string, variables: Variables): FieldNode[] {
    return selections.flatMap((selection) => {
      const guard = guardOf(selection, []);
      if (!guard || !holds(guard, variables)) return [];
      if (selection.kind === Kind.FIELD)
        return (selection.alias ?? selection.name).value === responseName ? [selection] : [];
      const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : this.fragments.get(selection.name.value);
      return fragment ? this.fieldsOf(fragment.selectionSet, responseName, variables) : [];
    });
  }
}
