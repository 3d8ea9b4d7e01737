/** Finds equal values without reading them: only for values that can't be guessed one by one, such as identity numbers. */
import { createHmac, type KeyObject } from 'node:crypto';
import { derivedKey } from './derived-key.ts';

/** 32 bytes; `column` is `table.column`, whose key is its own; `value` in the one spelling that the caller always uses. */
export function blindIndex(masterKey: KeyObject, column: string, value: string): Buffer {
  return createHmac('sha256', derivedKey(masterKey, `blind-index|${column}`))
    .update(value, 'utf8')
    .digest();
}
