/**
 * AES-256-GCM in one binary layout, for fields and for wrapped keys alike:
 *
 *     byte 0       format, 1
 *     bytes 1–4    version of the key, unsigned, big-endian
 *     bytes 5–16   initialisation vector, random, 96 bits
 *     bytes 17–32  authentication tag, 128 bits
 *     bytes 33–    ciphertext, as long as the plaintext
 */
import { createCipheriv, createDecipheriv, randomBytes, type KeyObject } from 'node:crypto';
import { SealBroken } from './seal-broken.ts';

/** 256 bits. */
export type CipherKey = KeyObject | Buffer;

/** What the bytes are bound to: `place` is authenticated, and named in errors, so it holds no patient data. */
export type SealContext = { place: string; keyVersion: number };

const algorithm = 'aes-256-gcm';
const format = 1;
const ivAt = 5;
const tagAt = 17;
const ciphertextAt = 33;
// Node takes tags of 4 bytes as valid unless their length is said.
const options = { authTagLength: 16 };

export function sealBytes(key: CipherKey, context: SealContext, plaintext: Buffer): Buffer {
  const header = Buffer.alloc(ciphertextAt);
  header.writeUInt8(format, 0);
  header.writeUInt32BE(context.keyVersion, 1);
  const iv = randomBytes(tagAt - ivAt);
  iv.copy(header, ivAt);
  const cipher = createCipheriv(algorithm, key, iv, options).setAAD(Buffer.from(context.place, 'utf8'));
  const ciphertext = Buffer.concat([cipher.update(plaintext), cipher.final()]);
  cipher.getAuthTag().copy(header, tagAt);
  return Buffer.concat([header, ciphertext]);
}

export function openBytes(key: CipherKey, context: SealContext, sealed: Buffer): Buffer {
  if (keyVersionOf(sealed, context.place) !== context.keyVersion)
    throw new SealBroken(context.place, `sealed under another key version than ${context.keyVersion}`);
  const decipher = createDecipheriv(algorithm, key, sealed.subarray(ivAt, tagAt), options);
  decipher.setAAD(Buffer.from(context.place, 'utf8')).setAuthTag(sealed.subarray(tagAt, ciphertextAt));
  const plaintext = decipher.update(sealed.subarray(ciphertextAt));
  try {
    return Buffer.concat([plaintext, decipher.final()]);
  } catch {
    throw new SealBroken(context.place, 'the bytes, their place or the key is not the one they were sealed with');
  }
}

/** Which version of the key opens these bytes; believed only once they have opened. */
export function keyVersionOf(sealed: Buffer, place = 'A sealed value'): number {
  if (sealed.length < ciphertextAt) throw new SealBroken(place, `${sealed.length} bytes are too few`);
  if (sealed[0] !== format) throw new SealBroken(place, `format ${sealed[0]} is unknown`);
  return sealed.readUInt32BE(1);
}
