/** A statement as it may be told: its words, and a question mark for every value that might stand in it. */
import { LRUCache } from 'lru-cache';

/** Statements come again and again. */
const told = new LRUCache<string, string>({ max: 1_000 });
const STRINGS = /'(?:[^']|'')*'/g;
const NUMBERS = /(?<![\w$])\d+(?:\.\d+)?/g;
/** Strings with escapes and dollar quotes have rules of their own; none of our statements needs them. */
const WITH_OTHER_STRINGS = /\\|\$[a-z_]*\$/i;
const LONGEST = 2_000;

export function statementText(sql: string): string {
  const text = told.get(sql) ?? withoutValues(sql);
  told.set(sql, text);
  return text;
}

function withoutValues(sql: string): string {
  if (WITH_OTHER_STRINGS.test(sql)) return verbOf(sql);
  return sql.replaceAll(STRINGS, '?').replaceAll(NUMBERS, '?').replaceAll(/\s+/g, ' ').trim().slice(0, LONGEST);
}

export function verbOf(sql: string): string {
  return (/^\s*(?:\/\*.*?\*\/\s*)*([a-z]+)/i.exec(sql)?.[1] ?? 'statement').toUpperCase();
}
