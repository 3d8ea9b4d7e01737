/** A person's session: its access token is renewed before it ends, once for everybody who asks meanwhile. */
import { Unauthenticated } from '../errors/huizhen-error.ts';
import type { Machine } from '../machine.ts';
import type { KeptSession, SessionStore } from './session-store.ts';
import { tokenFrom, type Token, type TokenSource } from './token.ts';

export interface Tokens {
  readonly accessToken: string;
  readonly refreshToken: string;
}

export interface PersonSessionOptions {
  readonly store: SessionStore;
  readonly machine: Machine;
  /** @throws Unauthenticated when the session has ended */
  refresh(refreshToken: string): Promise<Tokens>;
  /** It has ended: the platform, another page or the person wanted it so. */
  onEnded(): void;
}

export class PersonSession implements TokenSource {
  private readonly options: PersonSessionOptions;
  /** Undefined before the store was asked. */
  private kept: KeptSession | null | undefined;
  private renewal: Promise<Token | null> | undefined;

  constructor(options: PersonSessionOptions) {
    this.options = options;
    options.store.onChange?.(() => void this.reload().catch(() => undefined));
  }

  /** What the store has now: another page may have signed in or out. */
  async reload(): Promise<void> {
    const stored = await this.options.store.load();
    if (stored === null && this.kept) await this.end();
    this.kept = stored;
  }

  async token(): Promise<Token | null> {
    this.kept ??= await this.options.store.load();
    if (this.kept === null) return null;
    if (this.isFresh(this.kept)) return tokenIn(this.kept);
    this.renewal ??= this.renew(this.kept).finally(() => (this.renewal = undefined));
    return this.renewal;
  }

  forget(text: string): void {
    if (this.kept?.accessToken === text) this.kept = { ...this.kept, renewAt: 0 };
  }

  async begin(tokens: Tokens): Promise<void> {
    await this.keep(tokens);
  }

  /** @returns the refresh token that is to be given back */
  async end(): Promise<string | undefined> {
    const kept = this.kept ?? (await this.options.store.load());
    this.kept = null;
    if (kept === null) return undefined;
    await this.options.store.save(null);
    this.options.onEnded();
    return kept.refreshToken;
  }

  private isFresh({ renewAt }: KeptSession): boolean {
    return this.options.machine.now() < renewAt;
  }

  private renew(old: KeptSession): Promise<Token | null> {
    const { store } = this.options;
    const work = () => this.renewOnce(old);
    return store.exclusively === undefined ? work() : store.exclusively(work);
  }

  private async renewOnce(old: KeptSession): Promise<Token | null> {
    const { store, refresh } = this.options;
    const shared = await store.load();
    if (shared === null) return this.ended();
    // Another page has renewed it meanwhile.
    if (shared.accessToken !== old.accessToken && this.isFresh(shared)) return tokenIn((this.kept = shared));
    try {
      return tokenIn(await this.keep(await refresh(shared.refreshToken)));
    } catch (error) {
      if (!(error instanceof Unauthenticated)) throw error;
      return this.ended();
    }
  }

  private async keep({ accessToken, refreshToken }: Tokens): Promise<KeptSession> {
    const { endsAt, renewAt } = tokenFrom(accessToken, this.options.machine.now());
    const kept = { accessToken, refreshToken, endsAt, renewAt };
    await this.options.store.save(kept);
    return (this.kept = kept);
  }

  private async ended(): Promise<null> {
    await this.end();
    return null;
  }
}

function tokenIn({ accessToken, endsAt, renewAt }: KeptSession): Token {
  return { text: accessToken, endsAt, renewAt };
}
