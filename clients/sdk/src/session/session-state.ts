/** Who is signed in, and why nobody is. */
import type { MeQuery } from '../generated/documents.ts';
import { asJson, textIn } from '../json.ts';

export type Viewer = MeQuery['me'];

/** By `signOut`; because the platform refused to renew it; or another page of the same session has ended it. */
export type SignedOutBecause = 'left' | 'expired' | 'elsewhere';

export interface SessionState {
  readonly viewer: Viewer | null;
  /** Null while somebody is signed in, and where nobody was. */
  readonly because: SignedOutBecause | null;
}

export const nobodyYet: SessionState = { viewer: null, because: null };

/** Undefined for anything that is no viewer. */
export function viewerIn(value: unknown): Viewer | undefined {
  const json = asJson(value) ?? {};
  const whole = textIn(json, 'id') !== undefined && textIn(json, 'displayName') !== undefined;
  // What was kept came from the platform, whose schema promises the rest.
  return whole && Array.isArray(json['roles']) ? (value as Viewer) : undefined;
}
