/** Puts the demo institutions, agreements, people and accounts into the tables; what is there already stays as it is. */
import { hashPassword } from '@huizhen/platform/access/passwords';
import { Account } from '../domain/account.ts';
import type { DirectoryContext } from '../store/directory.store.ts';
import { demoAccounts } from './demo-accounts.ts';
import { demoAgreements } from './demo-agreements.ts';
import { demoInstitutions } from './demo-institutions.ts';
import { demoPractitioners } from './demo-practitioners.ts';

/** Published: it is what the playground's one-click accounts sign in with. */
const DEMO_PASSWORD = 'huizhen-demo';

export async function addDemoDirectory(context: DirectoryContext, now: Date): Promise<void> {
  const everybody = demoAccounts();
  const [first] = everybody;
  if (first && (await context.read(({ accounts }) => accounts.byId(first.id)))) return;
  // One hash for all: it is slow on purpose, and the password is no secret.
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  await context.transact(async ({ institutions, practitioners, accounts }) => {
    await institutions.addAll(demoInstitutions(), demoAgreements(now));
    await practitioners.addAll(demoPractitioners(now));
    await accounts.addAll(
      everybody.map(({ roles, ...account }) =>
        Object.assign(new Account(), {
          ...account,
          roles: [...roles],
          passwordHash,
          passwordInitial: false,
          totpSecret: null,
          pendingTotpSecret: null,
          totpUsedStep: null,
          oidcIdentity: null,
          demo: true,
          disabledAt: null,
        }),
      ),
    );
  });
}
