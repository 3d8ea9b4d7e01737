/** Where a session is kept between two loads of a page, or two runs of a program. */
import { asJson, numberIn, parsed, textIn } from '../json.ts';
import { viewerIn, type Viewer } from './session-state.ts';

export interface KeptSession {
  readonly accessToken: string;
  readonly refreshToken: string;
  /** Milliseconds since 1970, by this machine's clock. */
  readonly endsAt: number;
  readonly renewAt: number;
  readonly viewer?: Viewer | undefined;
  /** By which the platform knows the next try to renew for the same, when the answer to the first was lost. */
  readonly attempt?: string | undefined;
}

export interface SessionStore {
  load(): KeptSession | null | Promise<KeptSession | null>;
  save(session: KeptSession | null): void | Promise<void>;
  /** Lets one at a time renew a session that several share: a refresh token is good once. */
  exclusively?<T>(work: () => Promise<T>): Promise<T>;
  /** Tells when somebody else has changed it. */
  onChange?(listener: () => void): void;
}

/** Until the page or program ends. */
export function memorySession(): SessionStore {
  let kept: KeptSession | null = null;
  return {
    load: () => kept,
    save: (session) => void (kept = session),
  };
}

/** Of one page alone, over its reloads. */
export function pageSession(key = 'huizhen-session'): SessionStore {
  return {
    load: () => sessionIn(parsed(sessionStorage.getItem(key) ?? '')),
    save(session) {
      if (session === null) sessionStorage.removeItem(key);
      else sessionStorage.setItem(key, JSON.stringify(session));
    },
  };
}

/** Null for anything that is no session. */
export function sessionIn(value: unknown): KeptSession | null {
  const json = asJson(value) ?? {};
  const [accessToken, refreshToken] = [textIn(json, 'accessToken'), textIn(json, 'refreshToken')];
  const [endsAt, renewAt] = [numberIn(json, 'endsAt'), numberIn(json, 'renewAt')];
  if (accessToken === undefined || refreshToken === undefined) return null;
  if (endsAt === undefined || renewAt === undefined) return null;
  const [viewer, attempt] = [viewerIn(json['viewer']), textIn(json, 'attempt')];
  return { accessToken, refreshToken, endsAt, renewAt, viewer, attempt };
}
