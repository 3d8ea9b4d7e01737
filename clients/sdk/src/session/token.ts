/** An access token and how long it is good, by this machine's own clock. */
import { numberIn, parsed } from '../json.ts';

export interface Token {
  readonly text: string;
  readonly endsAt: number;
  /** From then on a new one is fetched, so that none ends on its way. */
  readonly renewAt: number;
}

export interface TokenSource {
  /** One that is good for a while; null when nobody is signed in. */
  token(): Promise<Token | null>;
  /** The platform no longer takes it. */
  forget(text: string): void;
}

const LONGEST_MARGIN_MS = 30_000;

/** Measured from its arrival: the clock of a clinic's computer may be wrong, how long a token lives is not. */
export function tokenFrom(text: string, now: number, lifeMs = lifeMsOf(text)): Token {
  const margin = Math.min(LONGEST_MARGIN_MS, lifeMs / 4);
  return { text, endsAt: now + lifeMs, renewAt: now + lifeMs - margin };
}

/** exp less iat (RFC 7519); a token that does not say so is taken as good for ten minutes. */
function lifeMsOf(text: string): number {
  const claims = parsed(decoded(text.split('.')[1] ?? '')) ?? {};
  const [from, to] = [numberIn(claims, 'iat'), numberIn(claims, 'exp')];
  return (from === undefined || to === undefined ? 600 : to - from) * 1_000;
}

function decoded(part: string): string {
  try {
    return atob(part.replaceAll('-', '+').replaceAll('_', '/'));
  } catch {
    return '';
  }
}
