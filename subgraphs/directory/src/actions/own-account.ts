/** The account of whoever is signed in, for changing how they sign in. */
import { allow, found } from '@huizhen/platform/access/allow';
import type { Account } from '../domain/account.ts';
import { mayChangeOwnSignIn } from '../domain/account-policy.ts';
import type { DirectoryContext } from '../store/directory.store.ts';

export function ownAccount(context: DirectoryContext, action: string): Promise<Account> {
  const { subject } = context.signedIn();
  return context.read(async ({ accounts }) => {
    allow(mayChangeOwnSignIn(context.viewer), action, { id: subject, patientId: null });
    return found(await accounts.byId(subject), action, subject);
  });
}
