/** Why a line ended, and what that asks for. */
import { errorOf, together } from '../errors/error-of.ts';
import { HuizhenError } from '../errors/huizhen-error.ts';
import { records } from '../json.ts';
import { closeCodeOf } from './live-socket.ts';

/** There was no room for more events: the next line begins after those that are here. */
export const full = Symbol('full');

const FORBIDDEN = 4403;
const TERMINATED = 4499;

/** Troubles that pass; every other refusal would only be repeated. */
const passing = new Set(['UPSTREAM_UNAVAILABLE', 'RATE_LIMITED', 'INTERNAL']);

/** A token ends, or there was no room: the next line takes over at once, and nobody needs to know. */
export function isHandover(ending: unknown): boolean {
  const code = closeCodeOf(ending);
  return ending === full || code === FORBIDDEN || code === TERMINATED;
}

/** graphql-ws tells refused operations as a list of errors. Undefined when it was the line that failed. */
export function refusalIn(ending: unknown): HuizhenError | undefined {
  if (ending instanceof HuizhenError) return ending;
  return together(
    records(ending).map((told) => errorOf(told, null)),
    undefined,
  );
}

export function isFinal({ code }: HuizhenError): boolean {
  return !passing.has(code);
}
