/** The files to upload, and the instance UID that each claims, by which the answer speaks of them. */
import { open, readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { StepFailed } from '../step-failed.ts';

export interface ImageFile {
  readonly name: string;
  /** By which the answer may speak of it: files whose head and data set disagree are known by either; none when unreadable. */
  readonly uids: readonly string[];
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
  return { name, uids: instanceUidsOf(buffer.subarray(0, bytesRead)), read };
}

export function instanceUidsOf(head: Buffer): string[] {
  return [uidInHead(head), uidInDataSet(head)].filter((uid) => uid !== undefined);
}

/** SOP Instance UID (0008,0018), found by its tag; with a VR the length has two bytes, without one four (PS3.5 7.1). */
function uidInDataSet(head: Buffer): string | undefined {
  const at = head.indexOf(Buffer.from([0x08, 0x00, 0x18, 0x00]), 132);
  if (at === -1 || at + 8 > head.length) return undefined;
  const explicit = head.toString('latin1', at + 4, at + 6) === 'UI';
  const length = explicit ? head.readUInt16LE(at + 6) : head.readUInt32LE(at + 4);
  return trimmed(head.toString('latin1', at + 8, at + 8 + Math.min(length, 64)));
}

/** Reads (0002,0003) of a Part 10 file; its first group is always Explicit VR Little Endian (PS3.10 7.1). */
function uidInHead(head: Buffer): string | undefined {
  if (head.toString('latin1', 128, 132) !== 'DICM') return undefined;
  for (let at = 132; at + 12 <= head.length && head.readUInt16LE(at) === 0x0002;) {
    const isLong = ['OB', 'UN'].includes(head.toString('latin1', at + 4, at + 6));
    const start = at + (isLong ? 12 : 8);
    const end = start + (isLong ? head.readUInt32LE(at + 8) : head.readUInt16LE(at + 6));
    if (head.readUInt16LE(at + 2) === 0x0003) return trimmed(head.toString('latin1', start, end));
    at = end;
  }
  return undefined;
}

function trimmed(uid: string): string | undefined {
  return uid.replace(/[\0 ]+$/, '') || undefined;
}
