/** MikroORM's entity manager on a transaction that it did not begin, for what is written as entities. */
import type { MikroORM, SqlEntityManager } from '@mikro-orm/postgresql';
import type { Transaction } from './transaction.ts';

export function entitiesOn(orm: MikroORM, transaction: Transaction): SqlEntityManager {
  const em = orm.em.fork();
  // All that its SQL driver asks of a transaction: run a text with the values in it, and say what came of it.
  em.setTransactionContext({
    async executeQuery({ sql }: { readonly sql: string }) {
      const { rows, rowCount } = await transaction.runOnce(sql);
      return { rows, numAffectedRows: BigInt(rowCount ?? 0) };
    },
  });
  return em;
}
