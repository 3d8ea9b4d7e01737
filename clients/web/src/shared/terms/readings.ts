/** The pinyin of terms; its dictionary is heavy, so that it is loaded when somebody searches. */
import { persistently } from '../loading/persistently.ts';
import type { Reading, Readings } from './find-terms.ts';
import type { Term } from './term.ts';

export async function readingsOf(terms: readonly Term[]): Promise<Readings> {
  const { pinyin } = await persistently(() => import('pinyin-pro'));
  const read = ({ zh }: Term): Reading => {
    const options = { toneType: 'none', type: 'array', nonZh: 'removed', v: true } as const;
    const syllables = pinyin(zh, options).map((syllable) => syllable.toLowerCase());
    return { whole: syllables.join(''), initials: syllables.map((syllable) => syllable.charAt(0)).join('') };
  };
  return new Map(terms.map((term) => [term.value, read(term)]));
}
