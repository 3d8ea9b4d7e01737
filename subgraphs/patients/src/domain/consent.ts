/** What a patient or guardian agreed to: a versioned text for one purpose, which can be taken back at any time. */
export const consentPurposes = ['REMOTE_CONSULTATION', 'TEACHING', 'RESEARCH', 'RECORDING'] as const;
export type ConsentPurpose = (typeof consentPurposes)[number];

export class Consent {
  id!: string;
  patientId!: string;
  /** The patient's managing institution. */
  institutionId!: string;
  purpose!: ConsentPurpose;
  /** Which text was signed. */
  textVersion!: string;
  /** Patient or guardian; sealed. */
  signedBy!: Buffer;
  signedAt!: Date;
  /** Null: until it is withdrawn. */
  validUntil!: Date | null;
  withdrawnAt!: Date | null;
}

export type ConsentPeriod = Pick<Consent, 'signedAt' | 'validUntil' | 'withdrawnAt'>;

/** Withdrawal stops what follows, not what was (PIPL article 15). */
export function isInForce({ signedAt, validUntil, withdrawnAt }: ConsentPeriod, at: Date): boolean {
  return signedAt <= at && (validUntil === null || at < validUntil) && (withdrawnAt === null || at < withdrawnAt);
}
