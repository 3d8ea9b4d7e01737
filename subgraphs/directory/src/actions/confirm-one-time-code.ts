/** The first code proves the authenticator; from now on signing in needs one, and older sessions are over. */
import { BadUserInput } from '@huizhen/platform/errors/expected-errors';
import { NothingToConfirm } from '../domain/directory-errors.ts';
import type { DirectoryContext } from '../store/directory.store.ts';
import { openSecret, sealSecret, stepOfCode } from './one-time-code.ts';
import { ownAccount } from './own-account.ts';

const ACTION = 'account.confirm-one-time-code';

export async function confirmOneTimeCode(context: DirectoryContext, oneTimeCode: string): Promise<boolean> {
  const account = await ownAccount(context, ACTION);
  const now = context.clock.now();
  await context.transact(async (unit) => {
    const secret = await openSecret(unit, account, 'pending_totp_secret');
    if (secret === null) throw new NothingToConfirm();
    const step = stepOfCode(secret, oneTimeCode, now);
    if (step === null) {
      const message = 'is not right now: check the clock of your device and send the newest code';
      throw new BadUserInput([{ path: 'input.oneTimeCode', message }]);
    }
    const totpSecret = await sealSecret(unit, account, 'totp_secret', secret);
    await unit.accounts.update(account.id, { totpSecret, pendingTotpSecret: null, totpUsedStep: step });
    await unit.sessions.endAllOf(account.id, now);
    unit.audit.record(ACTION, { id: account.id, patientId: account.patientId });
  });
  return true;
}
