/** From files to documents: each operation by itself, with the fragments that it uses, wherever they stand. */
import {
  GraphQLError,
  Kind,
  parse,
  print,
  Source,
  visit,
  type ASTNode,
  type DefinitionNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
} from 'graphql';

export interface SourceFile {
  readonly name: string;
  readonly text: string;
}
export interface SplitDocument {
  readonly file: string;
  readonly operation: OperationDefinitionNode;
  readonly document: DocumentNode;
  readonly text: string;
}
export interface Split {
  readonly documents: readonly SplitDocument[];
  readonly faults: string[];
}

export function splitDocuments(files: readonly SourceFile[]): Split {
  const faults: string[] = [];
  const read = files.map(({ name, text }) => ({ name, definitions: definitionsIn({ name, text }, faults) }));
  const fragments = new Map<string, FragmentDefinitionNode>();
  const operations = new Map<string, string>();
  const takeName = (kind: string, known: ReadonlyMap<string, unknown>, name: string, file: string) => {
    if (known.has(name)) faults.push(`${file}: the ${kind} ${name} stands in the files twice`);
  };
  for (const { name: file, definitions } of read) {
    for (const one of definitions) {
      if (one.kind === Kind.FRAGMENT_DEFINITION) {
        takeName('fragment', fragments, one.name.value, file);
        fragments.set(one.name.value, one);
      } else if (one.kind !== Kind.OPERATION_DEFINITION)
        faults.push(`${file}: holds more than operations and fragments`);
      else if (!one.name) faults.push(`${file}: an operation has no name`);
      else {
        takeName('operation', operations, one.name.value, file);
        operations.set(one.name.value, file);
      }
    }
  }
  const documents = read.flatMap(({ name, definitions }) =>
    definitions.filter(isOperation).map((operation) => documentOf(name, operation, fragments)),
  );
  return { documents, faults };
}

function definitionsIn({ name, text }: SourceFile, faults: string[]): readonly DefinitionNode[] {
  try {
    return parse(new Source(text, name)).definitions;
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    const [place] = error.locations ?? [];
    faults.push(`${name}:${place?.line ?? 1}:${place?.column ?? 1}: ${error.message}`);
    return [];
  }
}

function isOperation(definition: DefinitionNode): definition is OperationDefinitionNode {
  return definition.kind === Kind.OPERATION_DEFINITION;
}

function documentOf(
  file: string,
  operation: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): SplitDocument {
  const used = new Map<string, FragmentDefinitionNode>();
  const follow = (node: ASTNode) => {
    visit(node, {
      FragmentSpread({ name }) {
        const fragment = fragments.get(name.value);
        if (!fragment || used.has(name.value)) return;
        used.set(name.value, fragment);
        follow(fragment);
      },
    });
  };
  follow(operation);
  // In one order, so that the same operation has the same id wherever its fragments stood.
  const inOrder = [...used].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, fragment]) => fragment);
  const document: DocumentNode = { kind: Kind.DOCUMENT, definitions: [operation, ...inOrder] };
  return { file, operation, document, text: print(document) };
}
