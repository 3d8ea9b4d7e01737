/** The key-encryption keys of one installation, several versions side by side while a rotation runs. */
import { createSecretKey, type KeyObject } from 'node:crypto';

/** `current` wraps; every other version only unwraps. */
export type KeyEncryptionKeys = { current: number; keys: ReadonlyMap<number, KeyObject> };

/** `1:base64,2:base64`; the newest wraps unless `current` names another, as the first step of a rolling rotation does. */
export function parseKeyEncryptionKeys(text: string, current?: string): KeyEncryptionKeys {
  const keys = new Map(text.split(',').map(parseEntry));
  return keyEncryptionKeys(keys, current === undefined ? undefined : Number(current));
}

export function keyEncryptionKeys(keys: ReadonlyMap<number, KeyObject>, current?: number): KeyEncryptionKeys {
  const wrapping = current ?? Math.max(...keys.keys());
  if (keys.has(wrapping)) return { current: wrapping, keys };
  throw new Error(`There is no key-encryption key ${wrapping}; versions present: ${[...keys.keys()].join(', ')}.`);
}

/** 32 bytes in base64; `name` says in errors where they came from. */
export function secretKeyFrom(base64: string, name: string): KeyObject {
  const bytes = Buffer.from(base64.trim(), 'base64');
  if (bytes.length === 32) return createSecretKey(bytes);
  throw new Error(`${name} must be 32 bytes in base64, but holds ${bytes.length} bytes. Restore it from a backup.`);
}

function parseEntry(entry: string): [number, KeyObject] {
  const [version = '', base64 = ''] = entry.trim().split(':', 2);
  if (!/^[1-9]\d{0,8}$/.test(version))
    throw new Error('KEY_ENCRYPTION_KEYS must read "1:base64,2:base64", with versions from 1 on.');
  return [Number(version), secretKeyFrom(base64, `Version ${version} in KEY_ENCRYPTION_KEYS`)];
}
