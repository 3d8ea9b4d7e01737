/** Where images are kept: first in quarantine, for good only after the structure check. */
import type { CheckedDicom } from '../dicom/check-dicom-file.ts';
import type { Extent } from '../dicom/data-set.ts';
import type { DicomJson } from '../dicom/dicom-json.ts';

export interface Quarantined {
  id: string;
  /** The file to check. */
  path: string;
  sha256: string;
  bytes: number;
}

export interface Kept {
  path: string;
  sha256: string;
  bytes: number;
  /** The very same file was there before: a retry, which changes nothing. */
  alreadyThere: boolean;
}

export interface Archive {
  /** Streams to quarantine; a broken-off stream leaves nothing. @throws UploadTooLarge, ArchiveFull */
  receive(stream: AsyncIterable<Uint8Array>): Promise<Quarantined>;
  /** Moves out of quarantine, all or nothing. @throws InstanceConflict, ArchiveFull; then the quarantined file remains */
  keep(quarantined: Quarantined, checked: Pick<CheckedDicom, 'instance' | 'metadata'>): Promise<Kept>;
  discard(quarantined: Quarantined): Promise<void>;
  /** The file's bytes, or some of them. @throws InstanceNotFound */
  open(sopInstanceUid: string, extent?: Extent): Promise<ReadableStream<Uint8Array>>;
  /** DICOM JSON without bulk data. @throws InstanceNotFound */
  metadata(sopInstanceUid: string): Promise<DicomJson>;
}
