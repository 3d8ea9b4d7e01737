/** Who may sign in, and as whom they then act. */
import type { Role } from '@huizhen/platform/access/viewer';

export class Account {
  id!: string;
  username!: string;
  displayName!: string;
  /** PHC string of argon2id; null for people who only come through an OIDC issuer. */
  passwordHash!: string | null;
  roles!: Role[];
  institutionId!: string | null;
  practitionerId!: string | null;
  patientId!: string | null;
  /** Sealed by the platform's key; null until a second factor is enrolled. */
  totpSecret!: Buffer | null;
  /** `issuer|subject` of an OIDC identity. */
  oidcIdentity!: string | null;
  demo!: boolean;
  disabledAt!: Date | null;
}

/** Everybody but patients and partner apps handles other people's records at work. */
export function isStaff(account: Account): boolean {
  return account.roles.some((role) => role !== 'PATIENT' && role !== 'PARTNER');
}

/** One signing in: the chain of refresh tokens that began with it. */
export class SignedInSession {
  id!: string;
  accountId!: string;
  startedAt!: Date;
  endsAt!: Date;
  endedAt!: Date | null;
}

export class RefreshToken {
  /** SHA-256 of the token: the table cannot be used to sign in. */
  hash!: Buffer;
  sessionId!: string;
  issuedAt!: Date;
  usedAt!: Date | null;
}
