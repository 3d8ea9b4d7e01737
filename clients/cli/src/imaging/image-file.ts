/** The files to upload, and the instance UID that each claims, by which the answer speaks of them. */
import { open, readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { StepFailed } from '../step-failed.ts';

export interface ImageFile {
  readonly name: string;
  /** Media Storage SOP Instance UID; undefined when the file's head cannot be read. */
  readonly uid: string | undefined;
  read(): AsyncIterable<Uint8Array>;
}

export async function imageFilesIn(directory: string): Promise<ImageFile[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true }).catch(() => {
    throw new StepFailed(`读不到目录 The folder given with --dicom cannot be read: ${directory}`);
  });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Promise.all(paths.toSorted().map((path) => imageFile(path, relative(directory, path))));
}

async function imageFile(path: string, name: string): Promise<ImageFile> {
  await using file = await open(path);
  const { buffer, bytesRead } = await file.read(Buffer.alloc(4_096), 0, 4_096, 0);
  const read = async function* () {
    await using whole = await open(path);
    yield* whole.createReadStream({ autoClose: false });
  };
  return { name, uid: instanceUidOf(buffer.subarray(0, bytesRead)), read };
}

/** Reads (0002,0003) of a Part 10 file; its first group is always Explicit VR Little Endian (PS3.10 7.1). */
export function instanceUidOf(head: Buffer): string | undefined {
  if (head.toString('latin1', 128, 132) !== 'DICM') return undefined;
  for (let at = 132; at + 12 <= head.length && head.readUInt16LE(at) === 0x0002;) {
    const isLong = ['OB', 'UN'].includes(head.toString('latin1', at + 4, at + 6));
    const start = at + (isLong ? 12 : 8);
    const end = start + (isLong ? head.readUInt32LE(at + 8) : head.readUInt16LE(at + 6));
    if (head.readUInt16LE(at + 2) === 0x0003)
      return head.toString('latin1', start, end).replace(/[\0 ]+$/, '') || undefined;
    at = end;
  }
  return undefined;
}
