/** Files and directories that are still there after a power cut. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { ArchiveFull, UploadTooLarge } from './archive-errors.ts';

export interface Written {
  sha256: string;
  bytes: number;
}

/** Writes a new file chunk by chunk and syncs it to the disk. */
export async function writeDurably(
  path: string,
  stream: AsyncIterable<Uint8Array>,
  maxBytes: number,
): Promise<Written> {
  await using file = await open(path, 'wx');
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of stream) {
    bytes += chunk.byteLength;
    if (bytes > maxBytes) throw new UploadTooLarge(maxBytes);
    hash.update(chunk);
    await writeWhole(file, chunk);
  }
  await file.sync();
  return { sha256: hash.digest('hex'), bytes };
}

async function writeWhole(file: FileHandle, chunk: Uint8Array): Promise<void> {
  let written = 0;
  while (written < chunk.byteLength) written += (await file.write(chunk, written)).bytesWritten;
}

/** A rename is safe only once its directory is. */
export async function syncDirectory(path: string): Promise<void> {
  await using directory = await open(path, 'r');
  await directory.sync();
}

export async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return hash.digest('hex');
}

const fullCodes = new Set(['ENOSPC', 'EDQUOT']);

export function hasCode(error: unknown, ...codes: string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code));
}

/** A full disk by its own name, everything else as it was. */
export function fullOr(error: unknown): unknown {
  return hasCode(error, ...fullCodes) ? new ArchiveFull(error) : error;
}
