/** One account's session: signs in, and renews the access token before it ends. */
import { z } from 'zod';
import { PlatformRefusal } from './platform-refusal.ts';

const session = z.object({
  accessToken: z.string(),
  refreshToken: z.string(),
  expiresAt: z.coerce.date(),
  viewer: z.object({
    displayName: z.string(),
    roles: z.array(z.string()),
    institution: z.object({ name: z.string() }).nullable(),
    practitioner: z.object({ id: z.string() }).nullable(),
  }),
});
export type OpenSession = z.output<typeof session>;

export interface Account {
  readonly username: string;
  readonly password: string;
}

/** Sends one document without a token. */
export type Send = (document: string, variables: Readonly<Record<string, unknown>>) => Promise<unknown>;

const parts = `{
  accessToken refreshToken expiresAt
  viewer { displayName roles institution { name } practitioner { id } }
}`;
export const signInDocument = `mutation SignIn($input: SignInInput!) { session: signIn(input: $input) ${parts} }`;
export const refreshDocument = `mutation Refresh($refreshToken: String!) { session: refreshSession(refreshToken: $refreshToken) ${parts} }`;

const answer = z.object({ session });
const secondsLeftAtLeast = 30;

export class Session {
  private readonly account: Account;
  private readonly send: Send;
  private readonly now: () => Date;
  private open: OpenSession | undefined;
  /** A refresh token is good once: whoever asks meanwhile waits for the same renewal. */
  private renewal: Promise<OpenSession> | undefined;

  constructor(account: Account, send: Send, now: () => Date) {
    this.account = account;
    this.send = send;
    this.now = now;
  }

  async current(): Promise<OpenSession> {
    if (this.open !== undefined && this.isFresh(this.open)) return this.open;
    this.renewal ??= this.renew().finally(() => (this.renewal = undefined));
    return this.renewal;
  }

  /** The platform no longer takes the token, as after a restart with new keys. */
  forget(): void {
    this.open = undefined;
  }

  private isFresh({ expiresAt }: OpenSession): boolean {
    return expiresAt.getTime() - this.now().getTime() > secondsLeftAtLeast * 1_000;
  }

  private async renew(): Promise<OpenSession> {
    this.open = (await this.refreshed()) ?? (await this.signedIn());
    return this.open;
  }

  private async refreshed(): Promise<OpenSession | undefined> {
    if (this.open === undefined) return undefined;
    try {
      return answer.parse(await this.send(refreshDocument, { refreshToken: this.open.refreshToken })).session;
    } catch (error) {
      if (error instanceof PlatformRefusal) return undefined;
      throw error;
    }
  }

  private async signedIn(): Promise<OpenSession> {
    return answer.parse(await this.send(signInDocument, { input: this.account })).session;
  }
}
