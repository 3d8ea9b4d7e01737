/** Where a local archive puts things. Instances go by their own UID alone, so that one UID has one place, whatever study it claims. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { isUid } from '../dicom/uid.ts';
import { InstanceNotFound } from './archive-errors.ts';

export const instanceFile = 'instance.dcm';
export const metadataFile = 'metadata.json';

export function quarantineRoot(directory: string): string {
  return join(directory, 'quarantine');
}

/** Only digits and dots get into the path; two levels of hash keep directories small. */
export function instanceDirectory(directory: string, sopInstanceUid: string): string {
  if (!isUid(sopInstanceUid)) throw new InstanceNotFound('of that name');
  const hash = createHash('sha256').update(sopInstanceUid).digest('hex');
  return join(directory, 'instances', hash.slice(0, 2), hash.slice(2, 4), sopInstanceUid);
}
