/** Ed25519 keys that sign tokens: read from text, or made. */
import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';

export type KeyPair = { privateKey: KeyObject; publicKey: KeyObject };

export function newPrivateKeyPem(): string {
  return generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}

/** PEM, or base64 of the PKCS #8 DER for the environment; `name` says in errors where it came from. */
export function keyPairFrom(text: string, name: string): KeyPair {
  const privateKey = ed25519(name, () =>
    createPrivateKey(isPem(text) ? text : { key: Buffer.from(text, 'base64'), format: 'der', type: 'pkcs8' }),
  );
  return { privateKey, publicKey: createPublicKey(privateKey) };
}

/** PEM, or base64 of the SPKI DER. */
export function publicKeyFrom(text: string, name: string): KeyObject {
  return ed25519(name, () => {
    // createPublicKey would also take a private key, which has no place where a public one is expected.
    if (text.includes('PRIVATE')) throw new TypeError('a private key');
    return createPublicKey(isPem(text) ? text : { key: Buffer.from(text, 'base64'), format: 'der', type: 'spki' });
  });
}

/** `gateway:base64,patients:base64`, or nothing. */
export function namedKeys(text: string | undefined): Map<string, string> {
  const entries = (text ?? '').split(',').filter((entry) => entry.trim() !== '');
  return new Map(entries.map((entry) => splitName(entry.trim())));
}

function splitName(entry: string): [string, string] {
  const colon = entry.indexOf(':');
  if (colon > 0) return [entry.slice(0, colon), entry.slice(colon + 1)];
  throw new Error('Keys of several issuers must read "gateway:base64,patients:base64".');
}

function isPem(text: string): boolean {
  return text.includes('-----BEGIN');
}

function ed25519(name: string, read: () => KeyObject): KeyObject {
  try {
    const key = read();
    if (key.asymmetricKeyType === 'ed25519') return key;
  } catch {
    // The reader's message may quote the key; ours says all that helps.
  }
  throw new Error(`${name} is not an Ed25519 key in PEM or base64 DER. Restore it from a backup, or make a new one.`);
}
