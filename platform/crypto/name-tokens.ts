/** Finds people by name inside one institution without reading names; that equal tokens show there is the accepted leak. */
import { createHmac, type KeyObject } from 'node:crypto';
import { derivedKey } from './derived-key.ts';

/** 128 bits are plenty for equality, and halve the search index. */
const tokenBytes = 16;

/** `words`: whole name, surname, pinyin, initials. One token per different word, 16 bytes each, under the institution's key. */
export function nameTokens(masterKey: KeyObject, institutionId: string, words: readonly string[]): Buffer[] {
  const key = derivedKey(masterKey, `name-tokens|${institutionId}`);
  const spellings = new Set(words.map(spellingOf).filter((word) => word !== ''));
  return [...spellings].map((word) => createHmac('sha256', key).update(word, 'utf8').digest().subarray(0, tokenBytes));
}

/** Spaces and punctuation go: one person's 买买提·艾力 is typed with four different dots. */
function spellingOf(word: string): string {
  return word
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}]/gu, '');
}
