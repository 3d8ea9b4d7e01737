/** The first administrator of a new installation, by a password that the installer set and the administrator changes. */
import { hashPassword } from '@huizhen/platform/access/passwords';
import { Account } from '../domain/account.ts';
import type { DirectoryContext } from '../store/directory.store.ts';

const USERNAME = 'admin';

/** Does nothing once there is any account. */
export async function bootstrapAdmin(context: DirectoryContext): Promise<void> {
  const password = context.settings.BOOTSTRAP_ADMIN_PASSWORD;
  if (password === undefined || (await context.read(({ accounts }) => accounts.any()))) return;
  const account = Object.assign(new Account(), {
    id: context.ids.next(),
    username: USERNAME,
    displayName: USERNAME,
    passwordHash: await hashPassword(password),
    passwordInitial: true,
    roles: ['ADMIN' as const],
    institutionId: null,
    practitionerId: null,
    patientId: null,
    totpSecret: null,
    pendingTotpSecret: null,
    totpUsedStep: null,
    oidcIdentity: null,
    demo: false,
    disabledAt: null,
  });
  await context.transact(async (unit) => {
    if (await unit.accounts.addUnlessTaken(account))
      unit.audit.record('account.bootstrap', { id: account.id, patientId: null });
  });
  context.logger.info(
    'created the account admin from BOOTSTRAP_ADMIN_PASSWORD; sign in, change its password, then remove the setting',
  );
}
