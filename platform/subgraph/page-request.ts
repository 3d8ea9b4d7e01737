/** Keyset pages: the cursor is the sort key of the last row, so that rows which come or go do not shift the next page. */
import type { z } from 'zod';
import { BadUserInput, type FieldFault } from '../errors/expected-errors.ts';
import { textFault } from '../input/value-faults.ts';

export type CursorPart = string | number | null;

/** At most `first` rows after the one whose sort key is `after`; read one more to know whether more follows. */
export interface PageRequest<Key> {
  readonly first: number;
  readonly after: Key | null;
}

export interface PageArguments {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
}

export const usualPage = 20;
const MOST = 100;

export function encodeCursor(parts: readonly CursorPart[]): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

/** `key` parses the cursor's parts, such as `z.tuple([z.iso.datetime(), z.uuid()])`. Both faults are told at once. */
export function pageRequest<Key>(key: z.ZodType<Key>, page: PageArguments): PageRequest<Key> {
  const { after } = page;
  const first = page.first ?? usualPage;
  const faults: FieldFault[] = [];
  if (first < 1 || first > MOST) faults.push({ path: 'first', message: `must be from 1 to ${MOST}` });
  const parsed = after === null || after === undefined ? null : key.safeParse(partsOf(after));
  if (parsed?.success === false)
    faults.push({ path: 'after', message: 'is not a cursor of this list: leave it out to start again' });
  if (faults.length > 0) throw new BadUserInput(faults);
  return { first, after: parsed?.data ?? null };
}

function partsOf(cursor: string): unknown {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(parts) && parts.every(isStorable) ? parts : null;
  } catch {
    return null;
  }
}

/** Neither NUL nor the year 0 can be compared with anything in PostgreSQL. */
function isStorable(part: unknown): boolean {
  return typeof part !== 'string' || (textFault(part) === null && !part.startsWith('0000-'));
}
