/** Gives the inputs of a mutation the idempotency key that makes it safe to send again. */
import { Kind, type DocumentNode, type TypeNode } from 'graphql';
import { keyedInputs } from '../generated/keyed-inputs.ts';
import { asJson } from '../json.ts';
import { operationOf, type Variables } from './payload.ts';

export interface Keyed {
  readonly variables: Variables;
  /** Every input has a key, so that sending it twice does nothing twice. */
  readonly repeatable: boolean;
}

export function withKey(document: DocumentNode, variables: Variables, newKey: () => string): Keyed {
  const names = (operationOf(document).variableDefinitions ?? [])
    .filter(({ type }) => keyedInputs.has(nameOf(type)))
    .map(({ variable }) => variable.name.value);
  const keyed = { ...variables };
  for (const name of names) {
    const input = asJson(variables[name]);
    if (input !== undefined) keyed[name] = { ...input, idempotencyKey: input['idempotencyKey'] ?? newKey() };
  }
  return { variables: keyed, repeatable: names.length > 0 };
}

function nameOf(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : nameOf(type.type);
}
