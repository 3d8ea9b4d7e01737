/** SQL as repositories write it, with `?` for each parameter, and as PostgreSQL takes it, prepared once a connection. */
import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';

export interface Statement {
  /** PostgreSQL parses and plans a text once under its name, and from then on only runs it. */
  readonly name: string;
  readonly text: string;
  readonly onlyReads: boolean;
}

/** Texts are a handful a repository: a bound against one that is built anew each time. */
const known = new LRUCache<string, Statement>({ max: 1_000 });

export function statementOf(sql: string): Statement {
  const found = known.get(sql);
  if (found) return found;
  let n = 0;
  const text = sql.replaceAll('?', () => `$${(n += 1)}`);
  const name = createHash('sha256').update(text).digest('base64url').slice(0, 20);
  const statement = { name, text, onlyReads: /^\s*SELECT\b/i.test(text) };
  known.set(sql, statement);
  return statement;
}
