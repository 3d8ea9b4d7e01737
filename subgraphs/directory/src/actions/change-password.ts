/** Everybody chooses the own password, knowing the old one; older sessions are over. */
import { hashPassword, verifyPassword } from '@huizhen/platform/access/passwords';
import { BadUserInput } from '@huizhen/platform/errors/expected-errors';
import type { DirectoryContext } from '../store/directory.store.ts';
import { ownAccount } from './own-account.ts';
import { refuse, refuseWhenLocked } from './sign-in.ts';

const ACTION = 'account.change-password';
/** Length instead of composition rules (NIST SP 800-63B, 5.1.1.2). */
const SHORTEST = 12;
const LONGEST = 1_024;

export interface ChangePassword {
  readonly currentPassword: string;
  readonly newPassword: string;
}

export async function changePassword(context: DirectoryContext, input: ChangePassword): Promise<boolean> {
  const account = await ownAccount(context, ACTION);
  refuseFaults(input);
  await refuseWhenLocked(context, account.username);
  if (!(await verifyPassword(input.currentPassword, account.passwordHash))) await refuse(context, account.username);
  const passwordHash = await hashPassword(input.newPassword);
  await context.transact(async (unit) => {
    await unit.accounts.update(account.id, { passwordHash, passwordInitial: false });
    await unit.sessions.endAllOf(account.id, context.clock.now());
    unit.audit.record(ACTION, { id: account.id, patientId: account.patientId });
  });
  return true;
}

function refuseFaults({ currentPassword, newPassword }: ChangePassword): void {
  const path = 'input.newPassword';
  if (newPassword.length < SHORTEST || newPassword.length > LONGEST) {
    throw new BadUserInput([{ path, message: `has ${SHORTEST} to ${LONGEST} characters, such as four words` }]);
  }
  if (newPassword === currentPassword) throw new BadUserInput([{ path, message: 'is the old one: choose another' }]);
}
