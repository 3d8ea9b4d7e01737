/** Puts known ids in place of `"<patientId>"` and the like, and keeps only the variables that the chosen operation declares. */
import type { OperationDefinitionNode } from 'graphql';
import { knownId } from './known-ids.ts';

const placeholder = /^<(\w+)>$/;

export function fillIn(
  variables: Record<string, unknown>,
  operation: OperationDefinitionNode,
): Record<string, unknown> {
  const declared = new Set(operation.variableDefinitions?.map(({ variable }) => variable.name.value));
  const wanted = Object.entries(variables).filter(([name]) => declared.has(name));
  return Object.fromEntries(wanted.map(([name, value]) => [name, filled(value)]));
}

function filled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(filled);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, filled(inner)]));
  }
  return typeof value === 'string' ? idFor(value) : value;
}

function idFor(text: string): string {
  const name = placeholder.exec(text)?.[1];
  if (name === undefined) return text;
  const id = knownId(name);
  if (id === undefined) throw new Error(notKnown(name));
  return id;
}

function notKnown(name: string): string {
  const zh = `<${name}> 还没有值：先运行前面的步骤，或直接填入编号。`;
  return `${zh} <${name}> is not known yet: run the earlier steps first, or put an id in its place.`;
}
