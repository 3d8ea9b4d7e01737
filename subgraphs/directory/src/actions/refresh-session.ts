/** The holder of the newest refresh token gets a new pair; a token that comes a second time ends the whole session. */
import type { Unit } from '@huizhen/platform/subgraph/context';
import { retryIsGoodForSeconds, type RefreshToken } from '../domain/account.ts';
import { SessionEnded } from '../domain/directory-errors.ts';
import type { DirectoryContext, DirectoryStore } from '../store/directory.store.ts';
import { hashOfToken, issueTokens, type IssuedTokens } from './issue-tokens.ts';

export interface Renewal {
  readonly refreshToken: string;
  /** What the holder calls this attempt, and nobody else knows. */
  readonly attempt: string | null;
}

export async function refreshSession(context: DirectoryContext, renewal: Renewal): Promise<IssuedTokens> {
  const issued = await context.asService((own) => rotate(own, renewal));
  if (issued === null) throw new SessionEnded();
  return issued;
}

/** Null instead of an error, so that ending a stolen session is committed. */
function rotate(own: DirectoryContext, { refreshToken, attempt: name }: Renewal): Promise<IssuedTokens | null> {
  const hash = hashOfToken(refreshToken);
  const attempt = name ? hashOfToken(name) : null;
  const now = own.clock.now();
  return own.transact(async (unit) => {
    const token = await unit.sessions.tokenByHash(hash);
    const session = token && (await unit.sessions.byId(token.sessionId));
    if (!session || session.endedAt !== null || session.endsAt <= now) return null;
    const taken =
      (await unit.sessions.useToken({ hash, attempt }, now)) || (await takeAgain(unit, token, attempt, now));
    if (!taken) {
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
    return account && issueTokens(own, unit, { account, session, follows: hash });
  });
}

/**
 * The answer was lost on its way: the same holder asks again at once, by the same attempt, and what they never got is good for
 * nothing. If somebody has used that, it was not lost.
 */
async function takeAgain(
  { sessions }: Unit<DirectoryStore>,
  token: RefreshToken,
  attempt: Buffer | null,
  now: Date,
): Promise<boolean> {
  if (attempt === null) return false;
  const since = new Date(now.getTime() - retryIsGoodForSeconds * 1_000);
  return (
    (await sessions.useTokenAgain({ hash: token.hash, attempt }, since)) && (await sessions.dropUnusedAfter(token, now))
  );
}
