/** What the subgraphs of this process ask of PostgreSQL for one person, transaction by transaction, so that it can be asked again as it was. */
import type { Statement } from '@huizhen/platform/database/statement';
import type { Transaction } from '@huizhen/platform/database/transaction';
import { TransactionPool } from '@huizhen/platform/database/transaction-pool';
import { z } from 'zod';
import { Turns, type RecordedStatement } from './recorded-turns.ts';

export interface RecordedTransaction {
  readonly schema: string;
  readonly start: string;
  /** What stands in one turn was sent together; the next turn waited for its answers. */
  readonly turns: readonly (readonly RecordedStatement[])[];
  /** Places of those that had ended when this one began, and had told ids by which it asks; others ended earlier by chance. */
  readonly after: readonly number[];
}

/** Transactions that the subgraphs begin on their own meanwhile are not of it. */
export async function recorded(subject: string, work: () => Promise<unknown>): Promise<RecordedTransaction[]> {
  const transactions: WatchedTransaction[] = [];
  const ended: number[] = [];
  const { prototype } = TransactionPool;
  const { begin } = prototype;
  prototype.begin = async function watchedBegin(start) {
    if (!start.includes(`'${subject}'`)) return begin.call(this, start);
    const { name } = z.object({ name: z.string() }).parse(this);
    const turns = new Turns();
    const place = transactions.push({ schema: name, start, turns, ended: [...ended] }) - 1;
    return watched(await begin.call(this, start), turns, () => void ended.push(place));
  };
  try {
    await work();
  } finally {
    prototype.begin = begin;
  }
  return transactions.map(({ schema, start, turns, ended: before }) => ({
    schema,
    start,
    turns: turns.all,
    after: before.filter((place) => transactions[place]?.turns.tells(turns)),
  }));
}

interface WatchedTransaction {
  readonly schema: string;
  readonly start: string;
  readonly turns: Turns;
  readonly ended: readonly number[];
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
