/** Seals one field of one row, so that its bytes open nowhere else. */
import { openBytes, sealBytes, type CipherKey, type SealContext } from './authenticated-cipher.ts';

/** Where a sealed field lives; authenticated as `table|column|row id|key version`. */
export type FieldAddress = { table: string; column: string; rowId: string; keyVersion: number };

export function seal(key: CipherKey, address: FieldAddress, plaintext: string): Buffer {
  return sealBytes(key, contextOf(address), Buffer.from(plaintext, 'utf8'));
}

/** @throws SealBroken when the bytes were changed, cut, moved, or sealed under another key. */
export function open(key: CipherKey, address: FieldAddress, sealed: Buffer): string {
  return openBytes(key, contextOf(address), sealed).toString('utf8');
}

function contextOf({ table, column, rowId, keyVersion }: FieldAddress): SealContext {
  const parts = [table, column, rowId];
  if (parts.some((part) => part === '' || part.includes('|')))
    throw new TypeError(`A field address needs a table, a column and a row id, without "|": ${JSON.stringify(parts)}.`);
  return { place: [...parts, keyVersion].join('|'), keyVersion };
}
