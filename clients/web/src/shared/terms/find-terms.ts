/** Finds a term as people look for it: by code, by its name in either language, by pinyin, or by the initials of its pinyin. */
import type { Term } from './term.ts';

export interface Reading {
  /** xinxueguanneike */
  readonly whole: string;
  /** xxgnk */
  readonly initials: string;
}

export type Readings = ReadonlyMap<string, Reading>;

/** The nearest first; without a question the beginning of the list. */
export function findTerms(
  terms: readonly Term[],
  asked: string,
  { readings, most }: { readonly readings: Readings | null; readonly most: number },
): readonly Term[] {
  const question = normal(asked);
  if (question === '') return terms.slice(0, most);
  const found = terms.flatMap((term) => {
    const distance = distanceOf(term, question, readings?.get(term.value));
    return distance === null ? [] : [{ term, distance }];
  });
  return found
    .toSorted((one, other) => one.distance - other.distance)
    .slice(0, most)
    .map(({ term }) => term);
}

function distanceOf({ value, zh, en }: Term, question: string, reading: Reading | undefined): number | null {
  const { whole = '', initials = '' } = reading ?? {};
  const code = normal(value);
  const ways = [
    code.startsWith(question),
    // I25.1 is within I25.
    code.length === 3 && question.startsWith(code),
    normal(zh).startsWith(question),
    initials.startsWith(question),
    whole.startsWith(question),
    normal(zh).includes(question),
    question.length > 1 && initials.includes(question),
    question.length > 2 && (whole.includes(question) || normal(en).includes(question)),
  ];
  const way = ways.indexOf(true);
  return way === -1 ? null : way;
}

function normal(text: string): string {
  return text.toLowerCase().replaceAll(/[\s（）()，,、]/g, '');
}
