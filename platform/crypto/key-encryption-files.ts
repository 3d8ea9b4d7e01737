/** Key-encryption keys as files `1.key`, `2.key`, … of one folder. */
import { randomBytes } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readOrCreate } from './exclusive-file.ts';
import { keyEncryptionKeys, secretKeyFrom, type KeyEncryptionKeys } from './key-encryption-keys.ts';

/** All versions; the first is made when there is none. */
export async function readKeyEncryptionKeys(folder: string): Promise<KeyEncryptionKeys> {
  const versions = await versionsIn(folder);
  if (versions.length === 0) await addVersion(folder, 1);
  const keys = await Promise.all(
    (versions.length === 0 ? [1] : versions).map(async (version) => {
      const path = join(folder, `${version}.key`);
      return [version, secretKeyFrom(await readFile(path, 'utf8'), path)] as const;
    }),
  );
  return keyEncryptionKeys(new Map(keys));
}

/** Starts a rotation: the new version wraps in every process that starts or reads the folder after this. */
export async function addKeyEncryptionKey(folder: string): Promise<number> {
  const version = Math.max(0, ...(await versionsIn(folder))) + 1;
  await addVersion(folder, version);
  return version;
}

async function addVersion(folder: string, version: number): Promise<void> {
  await readOrCreate(join(folder, `${version}.key`), newSecret);
}

/** 32 random bytes in base64. */
export function newSecret(): string {
  return `${randomBytes(32).toString('base64')}\n`;
}

async function versionsIn(folder: string): Promise<number[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  return names.flatMap((name) => /^([1-9]\d{0,8})\.key$/.exec(name)?.[1] ?? []).map(Number);
}
