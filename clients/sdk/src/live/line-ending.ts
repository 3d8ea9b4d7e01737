/** Why a line ended, and what that asks for. */
import { errorOf, together } from '../errors/error-of.ts';
import { HuizhenError } from '../errors/huizhen-error.ts';
import { records } from '../json.ts';

/** There was no room for more events: the next line begins after those that are here. */
export const full = Symbol('full');

/** We closed it ourselves, for a new token. */
export const handover = Symbol('handover');

const FORBIDDEN = 4403;

/** Troubles that pass; every other refusal would only be repeated. */
const passing = new Set(['UPSTREAM_UNAVAILABLE', 'RATE_LIMITED', 'INTERNAL']);

/** A token ends, or there was no room: the next line takes over at once, and nobody needs to know. */
export function isHandover(ending: unknown): boolean {
  return ending === full || ending === handover || closeCodeOf(ending) === FORBIDDEN;
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

export function closeCodeOf(event: unknown): number | undefined {
  if (typeof event !== 'object' || event === null || !('code' in event)) return undefined;
  return typeof event.code === 'number' ? event.code : undefined;
}
