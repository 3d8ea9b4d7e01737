/** Cursors that clients hold: a place in the log and, after a snapshot, the events that the snapshot already contained. */
import { z } from 'zod';
import { BadUserInput } from '../errors/expected-errors.ts';

export interface Cursor {
  readonly position: bigint;
  /** Ids of events that had no place yet but were part of the snapshot: they will come with a later place, and are skipped. */
  readonly seen: readonly string[];
}

const LAST_POSITION = 2n ** 63n - 1n;

const position = z
  .string()
  .regex(/^\d{1,19}$/)
  .transform(BigInt)
  .refine((place) => place <= LAST_POSITION);
const shape = z.tuple([position]).rest(z.uuid());

export function encodeCursor(cursor: Cursor): string {
  return Buffer.from([cursor.position.toString(), ...cursor.seen].join(' ')).toString('base64url');
}

export function decodeCursor(text: string): Cursor {
  const parsed = shape.safeParse(Buffer.from(text, 'base64url').toString().split(' '));
  if (!parsed.success) {
    throw new BadUserInput([
      {
        path: 'after',
        message: 'This is not a cursor of this platform. Use the cursor of the last event that you received.',
      },
    ]);
  }
  const [place, ...seen] = parsed.data;
  return { position: place, seen };
}
