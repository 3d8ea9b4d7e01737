/** Time-based one-time codes (RFC 6238) as the second factor of staff. */
import { Secret, TOTP } from 'otpauth';
import type { Unit } from '@huizhen/platform/subgraph/context';
import type { Account } from '../domain/account.ts';
import type { DirectoryStore } from '../store/directory.store.ts';

const STEP_SECONDS = 30;
const NEIGHBOURING_STEPS = 1;
const SECRET_BYTES = 20;
const SIX_DIGITS = /^\d{6}$/;

export type SecretColumn = 'totp_secret' | 'pending_totp_secret';

/** Base32, as authenticators take it. */
export function newSecret(): string {
  return new Secret({ size: SECRET_BYTES }).base32;
}

export function otpauthUri(username: string, secret: string): string {
  return new TOTP({
    issuer: 'Huizhen',
    label: username,
    secret: Secret.fromBase32(secret),
    period: STEP_SECONDS,
  }).toString();
}

/** The time step to which the code belongs, or null when it is not right now. */
export function stepOfCode(secret: string, code: string, now: Date): number | null {
  if (!SIX_DIGITS.test(code)) return null;
  const totp = new TOTP({ secret: Secret.fromBase32(secret), period: STEP_SECONDS });
  const delta = totp.validate({ token: code, window: NEIGHBOURING_STEPS, timestamp: now.getTime() });
  return delta === null ? null : Math.floor(now.getTime() / 1000 / STEP_SECONDS) + delta;
}

/** Null where none is enrolled. */
export async function openSecret(
  { keys }: Unit<DirectoryStore>,
  account: Account,
  column: SecretColumn,
): Promise<string | null> {
  const sealed = column === 'totp_secret' ? account.totpSecret : account.pendingTotpSecret;
  if (sealed === null) return null;
  const cipher = (await keys.forReading([account.id])).get(account.id);
  return cipher?.open('accounts', column, account.id, sealed) ?? null;
}

export async function sealSecret(
  { keys }: Unit<DirectoryStore>,
  account: Account,
  column: SecretColumn,
  secret: string,
): Promise<Buffer> {
  return (await keys.forWriting(account.id)).seal('accounts', column, account.id, secret);
}
