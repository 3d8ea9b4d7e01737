/** Who may sign in, and as whom they then act. */
import type { Role } from '@huizhen/platform/access/viewer';

export class Account {
  id!: string;
  username!: string;
  displayName!: string;
  /** PHC string of argon2id; null for people who only come through an OIDC issuer. */
  passwordHash!: string | null;
  /** Given out by an administrator: good for choosing one's own, and for nothing else. */
  passwordInitial!: boolean;
  roles!: Role[];
  institutionId!: string | null;
  practitionerId!: string | null;
  patientId!: string | null;
  /** Sealed by the platform's key; null until a second factor is enrolled. */
  totpSecret!: Buffer | null;
  /** Sealed too: enrolled, and waiting for the first code that proves it. */
  pendingTotpSecret!: Buffer | null;
  /** The time step of the last code that was used: none works twice (RFC 6238, 5.2). */
  totpUsedStep!: number | null;
  /** `issuer|subject` of an OIDC identity. */
  oidcIdentity!: string | null;
  demo!: boolean;
  disabledAt!: Date | null;
}

/** Everybody but patients and partner apps handles other people's records at work. */
export function isStaff(account: Account): boolean {
  return account.roles.some((role) => role !== 'PATIENT' && role !== 'PARTNER');
}

/** What somebody must do before the account's rights are theirs. */
export const signInSteps = ['CHANGE_PASSWORD', 'ENROL_ONE_TIME_CODE'] as const;
export type SignInStep = (typeof signInSteps)[number];

export function stepsToDo(account: Account, secondFactor: 'required' | 'optional'): SignInStep[] {
  const steps: SignInStep[] = [];
  if (account.passwordInitial) steps.push('CHANGE_PASSWORD');
  if (secondFactor === 'required' && isStaff(account) && account.totpSecret === null) steps.push('ENROL_ONE_TIME_CODE');
  return steps;
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
  /** SHA-256 of what its user called the attempt; null before, and without one. */
  attempt!: Buffer | null;
  /** The token that it was given for; null for the first of a session. */
  follows!: Buffer | null;
}

/** So soon after the first use the same attempt may come again: its answer was lost on a bad line. */
export const retryIsGoodForSeconds = 30;
