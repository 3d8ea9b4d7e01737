/** A query plan as text, for people to read: every value that was written into the operation is left out, since it may be a patient's. */
import { prettyFormatQueryPlan, type QueryPlan } from '@apollo/query-planner';
import { Kind, parse, print, visit, type ASTNode, type DocumentNode, type NameNode } from 'graphql';

const texts = new WeakMap<QueryPlan, string>();

export function planText(plan: QueryPlan): string {
  const known = texts.get(plan);
  if (known !== undefined) return known;
  const text = prettyFormatQueryPlan(withoutLiterals(plan));
  texts.set(plan, text);
  return text;
}

/** Every fetch of a plan holds its operation as text, however deep it lies. */
function withoutLiterals(plan: QueryPlan): QueryPlan {
  const stripped: QueryPlan = JSON.parse(JSON.stringify(plan), (key, value: unknown) => {
    if (typeof value !== 'string') return value;
    if (key === 'operation' || key === 'subselection') return print(stripValues(parse(value)));
    return withoutLongNumbers(value);
  });
  return stripped;
}

function stripValues(document: DocumentNode): ASTNode {
  return visit(document, {
    [Kind.STRING]: (node) => ({ ...node, value: '…', block: false }),
    [Kind.INT]: (node) => ({ ...node, value: '0' }),
    [Kind.FLOAT]: (node) => ({ ...node, value: '0' }),
    [Kind.NAME]: (node: NameNode) => ({ ...node, value: withoutLongNumbers(node.value) }),
  });
}

/** Callers choose their operations' names and aliases, and could write a person's number into them. */
function withoutLongNumbers(name: string): string {
  return name.replaceAll(/\d{6,}/g, '_');
}
