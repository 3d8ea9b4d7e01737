/** Leave to upload images of one patient for a while; the bearer needs nothing else. */
export class UploadTicket {
  id!: string;
  /** SHA-256 of the token: the table cannot be used to upload. */
  tokenHash!: Buffer;
  patientId!: string;
  institutionId!: string;
  consultationId!: string | null;
  /** The account that asked for it. */
  subject!: string;
  createdAt!: Date;
  expiresAt!: Date;
}

const LIFETIME_MINUTES = 30;

export function ticketEndsAt(from: Date): Date {
  return new Date(from.getTime() + LIFETIME_MINUTES * 60_000);
}
