/** How near two ICD-10 entries are: the code itself, then its category (I10), block (I10–I15) and chapter (I00–I99). */
import { blocks, chapters } from './icd10-ranges.ts';

/** From near to far. */
export const closenesses = ['EXACT', 'CATEGORY', 'BLOCK', 'CHAPTER', 'NONE'] as const;
export type Closeness = (typeof closenesses)[number];

/** An entry placed in the classification once, so that comparing is cheap. */
export interface Icd10Entry {
  readonly text: string;
  /** Upper case, without dots and the dagger and asterisk marks: I10.x00 is I10X00. */
  readonly code: string;
  /** Three characters, or null for a wider prefix or a range. */
  readonly category: string | null;
  /** Index of its block, -1 when it is wider than one. */
  readonly block: number;
  readonly chapter: number;
  /** The categories it covers. */
  readonly from: string;
  readonly to: string;
}

type Range = readonly [string, string];

/** A code (I10.x00), a category (I10), a prefix (I1, I) or a range (I10-I15); null when it is none of these. */
export function icd10Entry(text: string): Icd10Entry | null {
  const code = text
    .trim()
    .toUpperCase()
    .replaceAll(/[.+*†\s]/g, '')
    .replaceAll('–', '-');
  const covered = coveredBy(code);
  if (covered === null) return null;
  const [from, to] = covered;
  const category = from === to ? from : null;
  return {
    text: text.trim(),
    code,
    category,
    block: rangeAround(blocks, covered),
    chapter: rangeAround(chapters, covered),
    from,
    to,
  };
}

export function closeness(expertise: Icd10Entry, disease: Icd10Entry): Closeness {
  if (isSameCode(expertise, disease)) return 'EXACT';
  if (expertise.category !== null && expertise.category === disease.category) return 'CATEGORY';
  if (expertise.block !== -1 && expertise.block === disease.block) return 'BLOCK';
  if (expertise.chapter !== -1 && expertise.chapter === disease.chapter) return 'CHAPTER';
  return expertise.from <= disease.from && disease.to <= expertise.to ? 'CHAPTER' : 'NONE';
}

/** The same code, or a subcategory that the disease is part of (I10.x covers I10.x00). */
function isSameCode(expertise: Icd10Entry, disease: Icd10Entry): boolean {
  if (expertise.code === disease.code) return true;
  return expertise.code.length > 3 && expertise.category !== null && disease.code.startsWith(expertise.code);
}

function coveredBy(code: string): Range | null {
  const range = /^([A-Z]\d\d)-([A-Z]\d\d)$/.exec(code);
  if (range?.[1] !== undefined && range[2] !== undefined) return range[1] <= range[2] ? [range[1], range[2]] : null;
  if (/^[A-Z]\d\d[A-Z0-9]*$/.test(code)) return [code.slice(0, 3), code.slice(0, 3)];
  return /^[A-Z]\d?$/.test(code) ? [code.padEnd(3, '0'), code.padEnd(3, '9')] : null;
}

function rangeAround(list: readonly Range[], [from, to]: Range): number {
  return list.findIndex(([first, last]) => first <= from && to <= last);
}
