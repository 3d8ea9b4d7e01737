/** Keeps the one session of this window: signs in and out, refreshes in time, and tells who listens. */
import { type Credentials, SessionRefused, refresh, signIn } from './ask-for-session.ts';
import { type Session, sessionShape } from './session.ts';

// Per window, so that two windows can be two people; a reload keeps it, closing the window ends it.
const key = 'huizhen.session';
const retryAfterMs = 10_000;
const longestTimerMs = 2 ** 31 - 1;

export class SessionKeeper {
  session: Session | undefined;
  private readonly graphqlPath: string;
  private readonly storage: Storage;
  private readonly listeners = new Set<() => void>();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor({ graphqlPath, storage }: { graphqlPath: string; storage: Storage }) {
    this.graphqlPath = graphqlPath;
    this.storage = storage;
    const kept = sessionShape.safeParse(JSON.parse(storage.getItem(key) ?? 'null'));
    if (kept.success) this.use(kept.data);
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** As header on HTTP, and as payload of connection_init on the socket. */
  credentials(): { authorization?: string } {
    return this.session ? { authorization: `Bearer ${this.session.accessToken}` } : {};
  }

  async signIn(credentials: Credentials): Promise<void> {
    this.use(await signIn(this.graphqlPath, credentials));
  }

  signOut(): void {
    this.use(undefined);
  }

  private use(session: Session | undefined): void {
    this.session = session;
    if (session) this.storage.setItem(key, JSON.stringify(session));
    else this.storage.removeItem(key);
    clearTimeout(this.timer);
    if (session) this.refreshLater(session, refreshDelay(session));
    for (const listener of this.listeners) listener();
  }

  private refreshLater(session: Session, delay: number): void {
    this.timer = setTimeout(() => void this.refresh(session), delay);
  }

  /** A lost line is tried again; a refusal is final, and asks for a new sign-in. Meanwhile somebody else may have signed in. */
  private async refresh(session: Session): Promise<void> {
    try {
      const refreshed = await refresh(this.graphqlPath, session.refreshToken);
      if (this.session === session) this.use(refreshed);
    } catch (error) {
      if (this.session !== session) return;
      if (error instanceof SessionRefused) this.signOut();
      else this.refreshLater(session, retryAfterMs);
    }
  }
}

/** A minute before the end, or with a fifth of the time left when the token is short-lived. */
function refreshDelay({ expiresAt }: Session): number {
  const left = Date.parse(expiresAt) - Date.now();
  return Math.min(Math.max(left - Math.min(60_000, left / 5), 0), longestTimerMs);
}
