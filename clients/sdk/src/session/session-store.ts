/** Where a session is kept between two loads of a page, or two runs of a program. */
import { numberIn, parsed, textIn } from '../json.ts';

export interface KeptSession {
  readonly accessToken: string;
  readonly refreshToken: string;
  /** Milliseconds since 1970, by this machine's clock. */
  readonly endsAt: number;
  readonly renewAt: number;
}

export interface SessionStore {
  load(): KeptSession | null | Promise<KeptSession | null>;
  save(session: KeptSession | null): void | Promise<void>;
  /** Lets one page at a time renew a session that several share: a refresh token is good once. */
  exclusively?<T>(work: () => Promise<T>): Promise<T>;
  /** Tells when another page has changed it. */
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

/** In `localStorage` (all pages of this origin) or `sessionStorage` (this page only). */
export function webSession(storage: Storage, key = 'huizhen-session'): SessionStore {
  return {
    load: () => readSession(storage.getItem(key) ?? ''),
    save(session) {
      if (session === null) storage.removeItem(key);
      else storage.setItem(key, JSON.stringify(session));
    },
    // Browsers have locks on secure pages only.
    exclusively: async (work) => ('locks' in navigator ? navigator.locks.request(key, work) : work()),
    onChange: (listener) =>
      addEventListener('storage', (event) => {
        if (event.storageArea === storage && event.key === key) listener();
      }),
  };
}

/** Null for anything that is no session. */
export function readSession(text: string): KeptSession | null {
  const json = parsed(text) ?? {};
  const [accessToken, refreshToken] = [textIn(json, 'accessToken'), textIn(json, 'refreshToken')];
  const [endsAt, renewAt] = [numberIn(json, 'endsAt'), numberIn(json, 'renewAt')];
  if (accessToken === undefined || refreshToken === undefined) return null;
  if (endsAt === undefined || renewAt === undefined) return null;
  return { accessToken, refreshToken, endsAt, renewAt };
}
