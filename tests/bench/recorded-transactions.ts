/** What the subgraphs of this process ask of PostgreSQL for one person, transaction by transaction, so that it can be asked again as it was. */
import type { Statement } from '@huizhen/platform/database/statement';
import type { Transaction } from '@huizhen/platform/database/transaction';
import { TransactionPool } from '@huizhen/platform/database/transaction-pool';
import type { Ids } from '@huizhen/platform/time/clock';
import { z } from 'zod';

export interface RecordedTransaction {
  readonly schema: string;
  readonly start: string;
  /** What stands in one turn was sent together; the next turn waited for its answers. */
  readonly turns: readonly (readonly RecordedStatement[])[];
  /** Place of the transaction whose end let this one begin. */
  readonly after: number | null;
}

export interface RecordedStatement {
  readonly awaited: boolean;
  readonly statement: Statement;
  /** As they were, but for the ids of what is recorded, which are new each time. */
  values(ids: Ids): readonly unknown[];
}

/** Transactions that the subgraphs begin on their own meanwhile are not of it. */
export async function recorded(subject: string, work: () => Promise<unknown>): Promise<RecordedTransaction[]> {
  const transactions: RecordedTransaction[] = [];
  const ended: number[] = [];
  const { prototype } = TransactionPool;
  const { begin } = prototype;
  prototype.begin = async function watchedBegin(start) {
    if (!start.includes(`'${subject}'`)) return begin.call(this, start);
    const { name } = z.object({ name: z.string() }).parse(this);
    const turns = new Turns();
    const place = transactions.push({ schema: name, start, turns: turns.all, after: ended.at(-1) ?? null }) - 1;
    return watched(await begin.call(this, start), turns, () => void ended.push(place));
  };
  try {
    await work();
  } finally {
    prototype.begin = begin;
  }
  return transactions;
}

class Turns {
  readonly all: RecordedStatement[][] = [];
  private unanswered = 0;

  note(awaited: boolean, statement: Statement, values: readonly unknown[]): void {
    const last = this.all.at(-1);
    const goesOn = last && (this.unanswered > 0 || !last.some((earlier) => earlier.awaited));
    const turn = goesOn ? last : [];
    if (!goesOn) this.all.push(turn);
    turn.push({ awaited, statement, values: valuesOf(statement, values) });
  }

  async answered<T>(answer: Promise<T>): Promise<T> {
    this.unanswered += 1;
    return answer.finally(() => (this.unanswered -= 1));
  }
}

function watched(transaction: Transaction, turns: Turns, onEnd: () => void): Transaction {
  const run = transaction.run.bind(transaction);
  const ahead = transaction.ahead.bind(transaction);
  const commit = transaction.commit.bind(transaction);
  return Object.assign(transaction, {
    run(statement: Statement, values: readonly unknown[]) {
      turns.note(true, statement, values);
      return turns.answered(run(statement, values));
    },
    ahead(statement: Statement, values: readonly unknown[]) {
      turns.note(false, statement, values);
      ahead(statement, values);
    },
    commit: () => commit().finally(onEnd),
    runOnce: (text: string) => Promise.reject(new Error(`Only statements that are prepared can be replayed: ${text}`)),
  });
}

const entries = z.tuple([z.string().transform((text) => z.array(z.looseObject({})).parse(JSON.parse(text)))]);

function valuesOf({ text }: Statement, values: readonly unknown[]): RecordedStatement['values'] {
  if (!text.includes('INSERT INTO audit.entries')) return () => values;
  const [rows] = entries.parse(values);
  return (ids) => [JSON.stringify(rows.map((row) => ({ ...row, id: ids.next() })))];
}
