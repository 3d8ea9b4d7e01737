/** Somebody sets up an authenticator for the own account; it counts once confirmOneTimeCode has proved it. */
import type { Account } from '../domain/account.ts';
import { OneTimeCodeNeeded } from '../domain/directory-errors.ts';
import type { DirectoryContext } from '../store/directory.store.ts';
import { newSecret, openSecret, otpauthUri, sealSecret, stepOfCode } from './one-time-code.ts';
import { ownAccount } from './own-account.ts';
import { refuse, refuseWhenLocked } from './sign-in.ts';

const ACTION = 'account.enrol-one-time-code';

export interface Enrolment {
  readonly otpauthUri: string;
  readonly secret: string;
}

/** Where one is enrolled already, a code of it is needed: whoever finds an open session must not replace it. */
export async function enrolOneTimeCode(context: DirectoryContext, currentCode: string | null): Promise<Enrolment> {
  const account = await ownAccount(context, ACTION);
  await proveCurrent(context, account, currentCode);
  const secret = newSecret();
  await context.transact(async (unit) => {
    const pendingTotpSecret = await sealSecret(unit, account, 'pending_totp_secret', secret);
    await unit.accounts.update(account.id, { pendingTotpSecret });
    unit.audit.record(ACTION, { id: account.id, patientId: account.patientId });
  });
  return { secret, otpauthUri: otpauthUri(account.username, secret) };
}

async function proveCurrent(context: DirectoryContext, account: Account, code: string | null): Promise<void> {
  const current = await context.read((unit) => openSecret(unit, account, 'totp_secret'));
  if (current === null) return;
  if (code === null) throw new OneTimeCodeNeeded();
  await refuseWhenLocked(context, account.username);
  const step = stepOfCode(current, code, context.clock.now());
  const first = step !== null && (await context.transact(({ accounts }) => accounts.useOneTimeCode(account.id, step)));
  if (!first) await refuse(context, account.username);
}
