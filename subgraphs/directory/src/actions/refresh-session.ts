/** The holder of the newest refresh token gets a new pair; a token that comes a second time ends the whole session. */
import { SessionEnded } from '../domain/directory-errors.ts';
import type { DirectoryContext } from '../store/directory.store.ts';
import { hashOfToken, issueTokens, type IssuedTokens } from './issue-tokens.ts';

export async function refreshSession(context: DirectoryContext, refreshToken: string): Promise<IssuedTokens> {
  const issued = await context.asService((own) => rotate(own, refreshToken));
  if (issued === null) throw new SessionEnded();
  return issued;
}

/** Null instead of an error, so that ending a stolen session is committed. */
function rotate(own: DirectoryContext, refreshToken: string): Promise<IssuedTokens | null> {
  const hash = hashOfToken(refreshToken);
  const now = own.clock.now();
  return own.transact(async (unit) => {
    const token = await unit.sessions.tokenByHash(hash);
    const session = token && (await unit.sessions.byId(token.sessionId));
    if (!session || session.endedAt !== null || session.endsAt <= now) return null;
    if (!(await unit.sessions.useToken(hash, now))) {
      // Somebody else has used it: one of the two has stolen it, and nobody can tell which.
      await unit.sessions.end(session.id, now);
      unit.audit.deny(
        'account.refresh-token-reused',
        [{ id: session.accountId, patientId: null }],
        'reused refresh token',
      );
      return null;
    }
    const account = await unit.accounts.byId(session.accountId);
    return account && issueTokens(own, unit, { account, session });
  });
}
