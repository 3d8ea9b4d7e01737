/** What a client is told of something that went wrong, wherever in the answer it is told. */
import { UpstreamUnavailable } from '@huizhen/platform/errors/expected-errors';
import { GraphQLError } from 'graphql';

export interface Fault {
  readonly message: string;
  readonly extensions: Readonly<Record<string, unknown>>;
}

/** A fetch that threw: what it says itself if it speaks to clients, else only that the subgraph does not answer. */
export function faultOf(error: unknown, service: string): Fault {
  return error instanceof GraphQLError && error.extensions['code'] !== undefined ? error : unavailable(service);
}

export function unavailable(service: string): Fault {
  const { message, code, extensions } = new UpstreamUnavailable(service);
  return { message, extensions: { ...extensions, code } };
}

/** A value that the schema does not allow. Its text stays inside: it may be anything. */
export const wrongValue: Fault = {
  message: 'This field has a value that its type does not allow. Something went wrong on our side.',
  extensions: { code: 'INTERNAL' },
};

/** A subgraph has answered that it does not know an entity, and what holds it may not be null. */
export const notThere: Fault = {
  message: 'Something that this asks for is not there, or not yours to see. Ask without it.',
  extensions: { code: 'NOT_FOUND' },
};

/** Data may only be null with a reason; a subgraph that leaves one out is at fault. */
export const nothingToTell: Fault = {
  message: 'A field that is never null has no value. Something went wrong on our side.',
  extensions: { code: 'INTERNAL' },
};
