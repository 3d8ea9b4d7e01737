/** Questions about the schema itself, which no subgraph can answer: graphql-js does, from the schema that clients see. */
import { executeSync, Kind, type DocumentNode } from 'graphql';
import type { CollectedField } from './collect-fields.ts';
import { isObject } from './json.ts';
import type { WriteField } from './write.ts';
import type { WriterContext } from './writer-context.ts';

export function introspectionWriter({ responseName, nodes }: CollectedField, context: WriterContext): WriteField {
  const { schema, operation, fragments } = context;
  const document: DocumentNode = {
    kind: Kind.DOCUMENT,
    definitions: [
      // What stands over the field has been judged by then, with the fragments around it.
      { ...operation, selectionSet: { kind: Kind.SELECTION_SET, selections: nodes.map(undirected) } },
      ...fragments.values(),
    ],
  };
  return (_object, run) => {
    const { data } = executeSync({ schema, document, rootValue: {}, variableValues: run.variables });
    const value = isObject(data) ? (data[responseName] ?? null) : null;
    return JSON.stringify(value);
  };
}

function undirected<T extends object>(node: T): T {
  return { ...node, directives: [] };
}
