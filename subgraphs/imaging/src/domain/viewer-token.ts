/** Leave to look at one study for a few minutes, given to an image viewer that knows nothing of sessions. */
export class ViewerToken {
  /** SHA-256 of the token: the table cannot be used to look at images. */
  tokenHash!: Buffer;
  id!: string;
  studyUid!: string;
  patientId!: string;
  /** The account that it was given to. */
  subject!: string;
  /** For an invited expert: the practitioner, and the consultation that must stay open. */
  practitionerId!: string | null;
  consultationId!: string | null;
  expiresAt!: Date;
}

const LIFETIME_MINUTES = 10;

export function viewerTokenEndsAt(from: Date): Date {
  return new Date(from.getTime() + LIFETIME_MINUTES * 60_000);
}
