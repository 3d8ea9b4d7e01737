/** Sessions and their chains of refresh tokens. */
import type { UnitTools } from '@huizhen/platform/subgraph/context';
import { RefreshToken, SignedInSession } from '../domain/account.ts';

export class SessionRepository {
  private readonly em: UnitTools['em'];

  constructor({ em }: UnitTools) {
    this.em = em;
  }

  async begin(session: SignedInSession): Promise<void> {
    await this.em.insert(SignedInSession, session);
  }

  byId(id: string): Promise<SignedInSession | null> {
    return this.em.findOne(SignedInSession, { id });
  }

  async end(id: string, at: Date): Promise<void> {
    await this.em.nativeUpdate(SignedInSession, { id, endedAt: null }, { endedAt: at });
  }

  async endAllOf(accountId: string, at: Date): Promise<void> {
    await this.em.nativeUpdate(SignedInSession, { accountId, endedAt: null }, { endedAt: at });
  }

  async addToken(token: RefreshToken): Promise<void> {
    await this.em.insert(RefreshToken, token);
  }

  tokenByHash(hash: Buffer): Promise<RefreshToken | null> {
    return this.em.findOne(RefreshToken, { hash });
  }

  /** True for the one caller who uses it first. */
  async useToken({ hash, attempt }: Pick<RefreshToken, 'hash' | 'attempt'>, at: Date): Promise<boolean> {
    return (await this.em.nativeUpdate(RefreshToken, { hash, usedAt: null }, { usedAt: at, attempt })) === 1;
  }

  /** True for the attempt that used it, if that was not before `since`; one at a time, as each waits for the row. */
  async useTokenAgain({ hash, attempt }: { hash: Buffer; attempt: Buffer }, since: Date): Promise<boolean> {
    const used = { hash, attempt, usedAt: { $gte: since } };
    return (await this.em.nativeUpdate(RefreshToken, used, { attempt })) === 1;
  }

  /** What was given for it is good for nothing any more. False when that was used already. */
  async dropUnusedAfter({ hash, sessionId }: RefreshToken, at: Date): Promise<boolean> {
    const next = { sessionId, follows: hash, usedAt: null };
    return (await this.em.nativeUpdate(RefreshToken, next, { usedAt: at })) === 1;
  }
}
