/** Ends the session to which a refresh token belongs; its access tokens run out by themselves. */
import type { DirectoryContext } from '../store/directory.store.ts';
import { hashOfToken } from './issue-tokens.ts';

export function signOut(context: DirectoryContext, refreshToken: string): Promise<boolean> {
  return context.asService((own) =>
    own.transact(async ({ sessions }) => {
      const token = await sessions.tokenByHash(hashOfToken(refreshToken));
      if (token) await sessions.end(token.sessionId, own.clock.now());
      return true;
    }),
  );
}
