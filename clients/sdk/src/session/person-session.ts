/** A person's session: its access token is renewed before it ends, once for everybody who asks meanwhile. */
import { Unauthenticated } from '../errors/huizhen-error.ts';
import type { Machine } from '../machine.ts';
import { Alarm } from './alarm.ts';
import { nobodyYet, type SessionState, type SignedOutBecause, type Viewer } from './session-state.ts';
import type { KeptSession, SessionStore } from './session-store.ts';
import { tokenFrom, type Token, type TokenSource } from './token.ts';

export interface Tokens {
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly viewer: Viewer;
}

export interface PersonSessionOptions {
  readonly store: SessionStore;
  readonly machine: Machine;
  /** Renew it in time even when nobody asks. */
  readonly renewUnasked: boolean;
  /** @param attempt the same for every try with this token @throws Unauthenticated when the session has ended */
  refresh(refreshToken: string, attempt: string): Promise<Tokens>;
  /** It has ended: the platform, another page or the person wanted it so. */
  onEnded(because: SignedOutBecause): void;
}

const AGAIN_AFTER_MS = 10_000;

export class PersonSession implements TokenSource {
  private readonly options: PersonSessionOptions;
  private readonly alarm: Alarm;
  private readonly listeners = new Set<(state: SessionState) => void>();
  /** Undefined before the store was asked. */
  private kept: KeptSession | null | undefined;
  private told = nobodyYet;
  private renewal: Promise<Token | null> | undefined;

  constructor(options: PersonSessionOptions) {
    this.options = options;
    this.alarm = new Alarm(options.machine, () => void this.token().catch(() => undefined));
    options.store.onChange?.(() => void this.reload().catch(() => undefined));
  }

  /** The same object until somebody else is signed in, or nobody: a renewed token is no news. */
  get state(): SessionState {
    return this.told;
  }

  /** @returns how to stop listening */
  readonly subscribe = (listener: (state: SessionState) => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  /** What the store has now: another page may have signed in or out. @internal */
  async reload(): Promise<void> {
    const stored = await this.options.store.load();
    if (stored === null && this.kept) await this.end('elsewhere');
    else this.have(stored);
  }

  /** @internal */
  async token(): Promise<Token | null> {
    if (!this.kept) this.have(await this.options.store.load());
    if (!this.kept) return null;
    if (this.isFresh(this.kept)) return tokenIn(this.kept);
    this.renewal ??= this.renew(this.kept).finally(() => (this.renewal = undefined));
    return this.renewal;
  }

  /** @internal */
  forget(text: string): void {
    if (this.kept?.accessToken === text) this.kept = { ...this.kept, renewAt: 0, endsAt: 0 };
  }

  /** @internal */
  async begin(tokens: Tokens): Promise<void> {
    await this.keep(tokens);
  }

  /** What the platform says of them now. @internal */
  isOf(viewer: Viewer): void {
    if (this.kept) this.tell({ viewer, because: null });
  }

  /** @returns the refresh token that is to be given back @internal */
  async end(because: SignedOutBecause): Promise<string | undefined> {
    const kept = this.kept ?? (await this.options.store.load());
    this.kept = null;
    this.alarm.stop();
    if (kept === null) return undefined;
    await this.options.store.save(null);
    this.options.onEnded(because);
    this.tell({ viewer: null, because });
    return kept.refreshToken;
  }

  /** Nothing is renewed unasked any more. @internal */
  close(): void {
    this.alarm.stop();
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
    const { store, machine, refresh } = this.options;
    const shared = await store.load();
    if (shared === null) return this.ended('elsewhere');
    // Another page has renewed it meanwhile.
    if (shared.accessToken !== old.accessToken && this.isFresh(shared)) return this.have(shared);
    // Kept before it is sent: if the answer is lost, also by a reload, the platform knows the next try for the same.
    const attempt = shared.attempt ?? machine.uniqueName();
    await store.save({ ...shared, attempt });
    try {
      const tokens = await refresh(shared.refreshToken, attempt);
      return await this.unlessChanged(shared, () => this.keep(tokens));
    } catch (error) {
      if (error instanceof Unauthenticated) return this.unlessChanged(shared, () => this.ended('expired'));
      if (this.options.renewUnasked) this.alarm.set(machine.now() + AGAIN_AFTER_MS);
      // Refused by nobody: it is good until its end.
      if (machine.now() < old.endsAt) return tokenIn(old);
      throw error;
    }
  }

  /** Somebody may have signed out meanwhile, or in. */
  private async unlessChanged(old: KeptSession, act: () => Promise<Token | null>): Promise<Token | null> {
    const stored = await this.options.store.load();
    return stored?.refreshToken === old.refreshToken ? act() : this.have(stored);
  }

  private async keep({ accessToken, refreshToken, viewer }: Tokens): Promise<Token> {
    const { endsAt, renewAt } = tokenFrom(accessToken, this.options.machine.now());
    const kept = { accessToken, refreshToken, endsAt, renewAt, viewer };
    await this.options.store.save(kept);
    return this.have(kept);
  }

  private have(kept: KeptSession): Token;
  private have(kept: KeptSession | null): Token | null;
  private have(kept: KeptSession | null): Token | null {
    this.kept = kept;
    if (kept === null) return null;
    if (this.options.renewUnasked) this.alarm.set(kept.renewAt);
    if (kept.viewer) this.tell({ viewer: kept.viewer, because: null });
    return tokenIn(kept);
  }

  private async ended(because: SignedOutBecause): Promise<null> {
    await this.end(because);
    return null;
  }

  private tell(state: SessionState): void {
    if (JSON.stringify(state) === JSON.stringify(this.told)) return;
    this.told = state;
    for (const listener of this.listeners) listener(state);
  }
}

function tokenIn({ accessToken, endsAt, renewAt }: KeptSession): Token {
  return { text: accessToken, endsAt, renewAt };
}
