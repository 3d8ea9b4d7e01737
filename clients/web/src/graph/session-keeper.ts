/** Keeps the one session of this window: signs in and out, refreshes in time, and tells who listens. */
import { type Credentials, type SessionDesk, SessionRefused, refresh, signIn, signOut } from './ask-for-session.ts';
import { type Session, sessionShape } from './session.ts';

// Per window, so that two windows can be two people; a reload keeps it, closing the window ends it.
const key = 'huizhen.web.session';
const retryAfterMs = 10_000;
const longestTimerMs = 2 ** 31 - 1;

/** Why nobody is signed in: never was, left, or the session ended by itself. */
export type SignedOutBecause = 'new' | 'left' | 'expired';

export class SessionKeeper {
  session: Session | undefined;
  because: SignedOutBecause = 'new';
  private readonly desk: SessionDesk;
  private readonly storage: Storage;
  private readonly listeners = new Set<() => void>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private refreshing: Promise<void> | undefined;

  constructor({ desk, storage }: { desk: SessionDesk; storage: Storage }) {
    this.desk = desk;
    this.storage = storage;
    const kept = sessionShape.safeParse(JSON.parse(storage.getItem(key) ?? 'null'));
    if (kept.success) this.use(kept.data);
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  async signIn(credentials: Credentials): Promise<void> {
    this.use(await signIn(this.desk, credentials));
  }

  /** The server is told too, but nobody waits for it to leave. */
  signOut(): void {
    const { session } = this;
    this.end('left');
    if (session) void signOut(this.desk, session.refreshToken).catch(() => undefined);
  }

  end(because: SignedOutBecause): void {
    this.because = because;
    this.use(undefined);
  }

  /** A token that still holds, as header on HTTP and as payload of connection_init on the socket. */
  async credentials(): Promise<{ authorization?: string }> {
    if (this.session && this.leftOf(this.session) < 5_000) await this.refresh(this.session);
    return this.session ? { authorization: `Bearer ${this.session.accessToken}` } : {};
  }

  readonly fetch = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    const headers = new Headers(init?.headers);
    const { authorization } = await this.credentials();
    if (authorization !== undefined) headers.set('authorization', authorization);
    const sentAt = Date.now();
    const response = await fetch(input, { ...init, headers });
    this.desk.clock.learn(response, sentAt);
    return response;
  };

  private use(session: Session | undefined): void {
    this.session = session;
    if (session) this.storage.setItem(key, JSON.stringify(session));
    else this.storage.removeItem(key);
    clearTimeout(this.timer);
    if (session) this.refreshLater(session, this.refreshDelay(session));
    for (const listener of this.listeners) listener();
  }

  private refreshLater(session: Session, delay: number): void {
    this.timer = setTimeout(() => void this.refresh(session).catch(() => undefined), delay);
  }

  /** A refresh token works once, so that only one refresh may be under way. */
  private refresh(session: Session): Promise<void> {
    this.refreshing ??= this.refreshOnce(session).finally(() => (this.refreshing = undefined));
    return this.refreshing;
  }

  /** A lost line is tried again; a refusal is final, and asks for a new sign-in. Meanwhile somebody else may have signed in. */
  private async refreshOnce(session: Session): Promise<void> {
    try {
      const refreshed = await refresh(this.desk, session.refreshToken);
      if (this.session === session) this.use(refreshed);
    } catch (error) {
      if (this.session !== session) return;
      if (error instanceof SessionRefused) return this.end('expired');
      this.refreshLater(session, retryAfterMs);
      throw error;
    }
  }

  private leftOf({ expiresAt }: Session): number {
    return Date.parse(expiresAt) - this.desk.clock.now();
  }

  /** A minute before the end, or with a fifth of the time left when the token is short-lived. */
  private refreshDelay(session: Session): number {
    const left = this.leftOf(session);
    return Math.min(Math.max(left - Math.min(60_000, left / 5), 0), longestTimerMs);
  }
}
