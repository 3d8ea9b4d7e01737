/** The statements of one transaction as they were sent: which together, and which only when others were answered. */
import type { Statement } from '@huizhen/platform/database/statement';
import type { Ids } from '@huizhen/platform/time/clock';
import { z } from 'zod';

export interface RecordedStatement {
  readonly awaited: boolean;
  readonly statement: Statement;
  /** As they were, but for the ids of what is recorded, which are new each time. */
  values(ids: Ids): readonly unknown[];
}

export class Turns {
  readonly all: RecordedStatement[][] = [];
  private readonly asked = new Set<string>();
  private readonly told = new Set<string>();
  private unanswered = 0;

  note(awaited: boolean, statement: Statement, values: readonly unknown[]): void {
    const last = this.all.at(-1);
    const goesOn = last && (this.unanswered > 0 || !last.some((earlier) => earlier.awaited));
    const turn = goesOn ? last : [];
    if (!goesOn) this.all.push(turn);
    turn.push({ awaited, statement, values: valuesOf(statement, values) });
    for (const id of idsIn(values)) this.asked.add(id);
  }

  /** Whether the other asks by something that was told here. */
  tells(other: Turns): boolean {
    return [...other.asked].some((id) => this.told.has(id));
  }

  async answered<T>(answer: Promise<T>): Promise<T> {
    this.unanswered += 1;
    try {
      const rows = await answer;
      for (const id of idsIn(rows)) this.told.add(id);
      return rows;
    } finally {
      this.unanswered -= 1;
    }
  }
}

function idsIn(values: unknown): readonly string[] {
  return JSON.stringify(values).match(/[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}/g) ?? [];
}

const entries = z.tuple([z.string().transform((text) => z.array(z.looseObject({})).parse(JSON.parse(text)))]);

function valuesOf({ text }: Statement, values: readonly unknown[]): RecordedStatement['values'] {
  if (!text.includes('INSERT INTO audit.entries')) return () => values;
  const [rows] = entries.parse(values);
  return (ids) => [JSON.stringify(rows.map((row) => ({ ...row, id: ids.next() })))];
}
