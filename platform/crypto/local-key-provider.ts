/** Wraps data keys with key-encryption keys that this process holds in memory. */
import type { KeyObject } from 'node:crypto';
import { keyVersionOf, openBytes, sealBytes } from './authenticated-cipher.ts';
import type { KeyEncryptionKeys } from './key-encryption-keys.ts';
import type { KeyProvider, WrappedKey } from './key-provider.ts';

export class LocalKeyProvider implements KeyProvider {
  #keys: KeyEncryptionKeys;
  readonly #reload: () => Promise<KeyEncryptionKeys>;

  /** `reload` is asked when another process has already wrapped with a version that came after the start of this one. */
  constructor(keys: KeyEncryptionKeys, reload: () => Promise<KeyEncryptionKeys> = async () => keys) {
    this.#keys = keys;
    this.#reload = reload;
  }

  currentVersion(): number {
    return this.#keys.current;
  }

  async wrap(dataKey: Buffer, context: string): Promise<WrappedKey> {
    const keyVersion = this.#keys.current;
    return sealBytes(await this.#key(keyVersion), { place: placeOf(context), keyVersion }, dataKey);
  }

  async unwrap(wrapped: WrappedKey, context: string): Promise<Buffer> {
    const keyVersion = keyVersionOf(wrapped, placeOf(context));
    return openBytes(await this.#key(keyVersion), { place: placeOf(context), keyVersion }, wrapped);
  }

  isCurrent(wrapped: WrappedKey): boolean {
    return keyVersionOf(wrapped) === this.#keys.current;
  }

  async #key(version: number): Promise<KeyObject> {
    if (!this.#keys.keys.has(version)) this.#keys = await this.#reload();
    const key = this.#keys.keys.get(version);
    if (key) return key;
    throw new Error(`Key-encryption key ${version} is missing. Put it back: what it wrapped can't be read without it.`);
  }
}

function placeOf(context: string): string {
  return `data key of ${context}`;
}
