/** A short access token and the refresh token that gets the next one. */
import { createHash, randomBytes } from 'node:crypto';
import type { Viewer } from '@huizhen/platform/access/viewer';
import type { Unit } from '@huizhen/platform/subgraph/context';
import { RefreshToken, stepsToDo, type Account, type SignedInSession, type SignInStep } from '../domain/account.ts';
import { viewerOfAccount, viewerWithoutRights } from '../domain/viewer-of-account.ts';
import type { DirectoryContext, DirectoryStore } from '../store/directory.store.ts';

export interface IssuedTokens {
  readonly accessToken: string;
  readonly expiresAt: Date;
  readonly refreshToken: string;
  readonly viewer: Viewer;
  /** Empty when the viewer has the account's rights. */
  readonly stepsToDo: readonly SignInStep[];
}

export function hashOfToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

export async function issueTokens(
  own: DirectoryContext,
  unit: Unit<DirectoryStore>,
  { account, session, follows }: { account: Account; session: SignedInSession; follows: Buffer | null },
): Promise<IssuedTokens> {
  if (own.accessTokens === null) throw new Error('This process does not hold the key of access tokens.');
  const [institution = null] = account.institutionId ? await unit.institutions.byIds([account.institutionId]) : [];
  const steps = stepsToDo(account, own.settings.SECOND_FACTOR);
  const viewer = steps.length === 0 ? viewerOfAccount(account, institution) : viewerWithoutRights(account);
  const refreshToken = randomBytes(32).toString('base64url');
  const row = { hash: hashOfToken(refreshToken), sessionId: session.id, issuedAt: own.clock.now() };
  await unit.sessions.addToken(Object.assign(new RefreshToken(), row, { usedAt: null, attempt: null, follows }));
  const { token, expiresAt } = await own.accessTokens.issue(viewer, session.id);
  return { accessToken: token, expiresAt, refreshToken, viewer, stepsToDo: steps };
}
