/** A result as a line of the summary, put in and taken out again without touching what the doctor wrote. */
import { rangeInWords } from '../../../shared/record/mark-of.ts';
import type { Result } from '../../../shared/record/results.ts';
import { unitInWords } from '../../../shared/record/unit-in-words.ts';
import { date } from '../../../shared/time/format-time.ts';

export interface LineWords {
  readonly range: string;
}

/** 空腹血糖 7.2 mmol/L ↑（参考 3.9–6.1，2026-11-01） */
export function lineOf({ name, value, text, unit, mark, range, at }: Result, words: LineWords): string {
  const measured = [name, value ?? text ?? '', unitInWords(value === null ? null : unit), mark].filter(
    (part) => part !== '',
  );
  const aside = [range && `${words.range} ${rangeInWords(range)}`, at && date(at)].filter(Boolean);
  return `${measured.join(' ')}${aside.length > 0 ? `（${aside.join('，')}）` : ''}`;
}

export function holds(summary: string, line: string): boolean {
  return summary.split('\n').includes(line);
}

export function withLine(summary: string, line: string): string {
  if (holds(summary, line)) return summary;
  return summary.trim() === '' ? line : `${summary.trimEnd()}\n${line}`;
}

export function withoutLine(summary: string, line: string): string {
  return summary
    .split('\n')
    .filter((one) => one !== line)
    .join('\n');
}
