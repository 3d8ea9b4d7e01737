/** Puts known ids in place of `"<patientId>"` and the like, and sends only the variables that the chosen operation declares. */
import type { FetcherParams } from '@graphiql/toolkit';
import { type OperationDefinitionNode, parse } from 'graphql';
import { knownId } from './known-ids.ts';

const placeholder = /^<(\w+)>$/;

export function fillIn(params: FetcherParams): FetcherParams {
  const operation = operationOf(params);
  const variables: Record<string, unknown> = params.variables ?? {};
  if (!operation) return params;
  const declared = new Set(operation.variableDefinitions?.map(({ variable }) => variable.name.value));
  const wanted = Object.entries(variables).filter(([name]) => declared.has(name));
  return { ...params, variables: Object.fromEntries(wanted.map(([name, value]) => [name, filled(value)])) };
}

function operationOf({ query, operationName }: FetcherParams): OperationDefinitionNode | undefined {
  const operations = parse(query).definitions.filter((definition) => definition.kind === 'OperationDefinition');
  return operations.find(({ name }) => !operationName || name?.value === operationName);
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
  if (id === undefined) throw new Error(`<${name}> 还没有值：先运行前面的步骤，或直接填入编号。 <${name}> is not known yet: run the earlier steps first, or put an id in its place.`);
  return id;
}
