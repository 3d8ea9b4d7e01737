/** Asks PostgreSQL again what was recorded: what overlapped runs side by side, what waited waits. */
import type { TransactionPool } from '@huizhen/platform/database/transaction-pool';
import { uuidV7Ids } from '@huizhen/platform/time/clock';
import type { RecordedTransaction } from './recorded-transactions.ts';
import type { RecordedStatement } from './recorded-turns.ts';

/** Rows of each statement. */
type Answers = readonly (readonly unknown[])[];

/** @returns the answers of each transaction, in the recorded order */
export function replay(
  transactions: readonly RecordedTransaction[],
  poolOf: (schema: string) => TransactionPool,
): Promise<readonly Answers[]> {
  const running: Promise<Answers>[] = [];
  for (const one of transactions) {
    const before = Promise.all(one.after.flatMap((place) => running[place] ?? []));
    running.push(before.then(() => replayOne(one, poolOf(one.schema))));
  }
  return Promise.all(running);
}

async function replayOne({ start, turns }: RecordedTransaction, pool: TransactionPool): Promise<Answers> {
  const transaction = await pool.begin(start);
  const send = async ({ awaited, statement, values }: RecordedStatement): Promise<readonly unknown[]> => {
    if (awaited) return transaction.run(statement, values(uuidV7Ids));
    transaction.ahead(statement, values(uuidV7Ids));
    return [];
  };
  try {
    const answers: (readonly unknown[])[] = [];
    for (const turn of turns) answers.push(...(await Promise.all(turn.map(send))));
    await transaction.commit();
    return answers;
  } catch (error) {
    await transaction.rollback();
    throw error;
  }
}
