/** Signing in and out, as the frame of the pages asks for it. */
import type { Huizhen } from '@huizhen/sdk';

/** Why nobody is signed in: never was, left, or the session ended by itself. */
export type SignedOutBecause = 'new' | 'left' | 'expired';

export interface Credentials {
  readonly username: string;
  readonly password: string;
  readonly oneTimeCode?: string;
}

export class SessionKeeper {
  private readonly huizhen: Huizhen;

  constructor(huizhen: Huizhen) {
    this.huizhen = huizhen;
  }

  get because(): SignedOutBecause {
    const { because } = this.huizhen.session.state;
    return because === 'elsewhere' ? 'left' : (because ?? 'new');
  }

  async signIn(credentials: Credentials): Promise<void> {
    await this.huizhen.signIn(credentials);
  }

  /** The server is told too, but nobody waits for it to leave. */
  signOut(): void {
    void this.huizhen.signOut().catch(() => undefined);
  }
}
