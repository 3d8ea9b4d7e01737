/** The failure reasons of a store (PS3.18 table I.2-2, PS3.4 B.2.3) and which of our refusals each one stands for. */
import { ArchiveFull, InstanceConflict, UploadTooLarge } from '../archive/archive-errors.ts';
import { MalformedDicom } from '../dicom/malformed-dicom.ts';
import { BelongsElsewhere } from '../domain/imaging-errors.ts';

export const failureReasons = {
  processingFailure: 0x0110,
  /** Another object has the same SOP Instance UID. */
  duplicateInstance: 0x0111,
  sopClassNotSupported: 0x0122,
  notAuthorised: 0x0124,
  outOfResources: 0xa700,
  /** Also: the instance is not of the study it was sent to. */
  dataSetMismatch: 0xa900,
  cannotUnderstand: 0xc000,
  transferSyntaxNotSupported: 0xc122,
} as const;

export type FailureReason = (typeof failureReasons)[keyof typeof failureReasons];

/** Undefined for what we did not expect: that is thrown on, not reported as the client's fault. */
export function failureReasonOf(error: unknown): FailureReason | undefined {
  if (error instanceof BelongsElsewhere) return failureReasons.notAuthorised;
  if (error instanceof InstanceConflict) return failureReasons.duplicateInstance;
  if (error instanceof ArchiveFull || error instanceof UploadTooLarge) return failureReasons.outOfResources;
  if (!(error instanceof MalformedDicom)) return undefined;
  if (error.reason === 'TRANSFER_SYNTAX') return failureReasons.transferSyntaxNotSupported;
  return error.reason === 'MISMATCH' ? failureReasons.dataSetMismatch : failureReasons.cannotUnderstand;
}
