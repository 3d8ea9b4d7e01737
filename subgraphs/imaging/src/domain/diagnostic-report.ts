/** One signed version of the report on a study; it is written once and never changed. */
import type { ReportStatus } from './report-status.ts';

export class DiagnosticReport {
  id!: string;
  studyUid!: string;
  patientId!: string;
  institutionId!: string;
  /** Counted from 1. */
  version!: number;
  status!: ReportStatus;
  /** Sealed with the patient's key, as is the impression. */
  findings!: Buffer;
  impression!: Buffer;
  /** The practitioner. */
  signedBy!: string;
  signedAt!: Date;
}
