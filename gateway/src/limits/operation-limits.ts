/** What an operation may ask for at most, judged before it runs; the same on HTTP and WebSocket. */
import {
  GraphQLError,
  Kind,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValidationContext,
  type ValidationRule,
} from 'graphql';

export const limits = {
  tokens: 2_000,
  queryBytes: 64 * 1024,
  depth: 10,
  aliases: 15,
  directives: 5,
  rootFields: 30,
  /** The same field of the same parent, by whatever aliases and fragments. */
  repeats: 5,
  errors: 5,
} as const;

interface Tally {
  depth: number;
  aliases: number;
  directives: number;
  rootFields: number;
  repeats: number;
}

type Measure = keyof Tally;

const advice: Readonly<Record<Measure, string>> = {
  depth: 'Ask for the inner objects in a second query.',
  aliases: 'Split the query.',
  directives: 'Leave out fields instead of switching them off.',
  rootFields: 'Split the query.',
  repeats: 'Ask for a field once.',
};

/** Refuses with QUERY_TOO_COMPLEX, naming every limit that is passed. */
export const operationLimits: ValidationRule = (context: ValidationContext) => ({
  OperationDefinition(operation) {
    const tally = measure(operation, context);
    const passed = (Object.keys(tally) as Measure[]).filter((measured) => tally[measured] > limits[measured]);
    for (const name of passed) {
      const message = `The operation passes the limit of ${limits[name]} ${name} (it has ${tally[name]}). ${advice[name]}`;
      context.reportError(new GraphQLError(message, { nodes: operation, extensions: { code: 'QUERY_TOO_COMPLEX' } }));
    }
  },
});

/** Walks the operation as if its fragments were written out, and stops early once a limit is far behind. */
function measure(operation: OperationDefinitionNode, context: ValidationContext): Tally {
  const tally: Tally = {
    depth: 0,
    aliases: 0,
    directives: operation.directives?.length ?? 0,
    rootFields: 0,
    repeats: 0,
  };
  const walk = new Walk(tally, (name) => context.getFragment(name) ?? null);
  walk.selections(operation.selectionSet, 1, new Map());
  return tally;
}

/** More selections than any legitimate operation has, fragments written out: past it, walking on would itself be the attack. */
const FIELDS_WALKED_AT_MOST = 2_000;

class Walk {
  private readonly tally: Tally;
  private readonly fragment: (name: string) => FragmentDefinitionNode | null;
  private readonly within = new Set<string>();
  private walked = 0;

  constructor(tally: Tally, fragment: (name: string) => FragmentDefinitionNode | null) {
    this.tally = tally;
    this.fragment = fragment;
  }

  selections(set: SelectionSetNode, depth: number, seen: Map<string, number>): void {
    for (const node of set.selections) {
      this.walked += 1;
      if (this.walked > FIELDS_WALKED_AT_MOST) return void (this.tally.repeats = FIELDS_WALKED_AT_MOST);
      this.tally.directives += node.directives?.length ?? 0;
      if (node.kind === Kind.INLINE_FRAGMENT) this.selections(node.selectionSet, depth, seen);
      else if (node.kind === Kind.FRAGMENT_SPREAD) this.spread(node.name.value, depth, seen);
      else {
        // Introspection is a fixed, deep query; it has its own switch.
        if (node.name.value.startsWith('__')) continue;
        this.field(node.name.value, { aliased: node.alias !== undefined, inner: node.selectionSet }, depth, seen);
      }
    }
  }

  private field(
    name: string,
    { aliased, inner }: { aliased: boolean; inner: SelectionSetNode | undefined },
    depth: number,
    seen: Map<string, number>,
  ): void {
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    this.tally.repeats = Math.max(this.tally.repeats, count);
    this.tally.depth = Math.max(this.tally.depth, depth);
    if (aliased) this.tally.aliases += 1;
    if (depth === 1) this.tally.rootFields += 1;
    if (inner) this.selections(inner, depth + 1, new Map());
  }

  private spread(name: string, depth: number, seen: Map<string, number>): void {
    // A fragment inside itself is refused by the specification's own rule.
    if (this.within.has(name)) return;
    const fragment = this.fragment(name);
    if (!fragment) return;
    this.within.add(name);
    this.selections(fragment.selectionSet, depth, seen);
    this.within.delete(name);
  }
}
