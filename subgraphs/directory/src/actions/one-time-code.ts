/** Time-based one-time codes (RFC 6238) as the second factor of staff. */
import { Secret, TOTP } from 'otpauth';
import type { Account } from '../domain/account.ts';
import type { DirectoryContext } from '../store/directory.store.ts';

const STEP_SECONDS = 30;
const NEIGHBOURING_STEPS = 1;

export async function oneTimeCodeMatches(own: DirectoryContext, account: Account, code: string): Promise<boolean> {
  const { totpSecret } = account;
  if (totpSecret === null) return false;
  const secret = await own.read(async ({ keys }) => {
    const cipher = (await keys.forReading([account.id])).get(account.id);
    return cipher?.open('accounts', 'totp_secret', account.id, totpSecret);
  });
  if (secret === undefined) return false;
  const totp = new TOTP({ secret: Secret.fromBase32(secret), period: STEP_SECONDS });
  return totp.validate({ token: code, window: NEIGHBOURING_STEPS, timestamp: own.clock.now().getTime() }) !== null;
}
