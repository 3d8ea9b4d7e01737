/** Names of databases, schemas and roles: only plain ones, and always quoted. */
import pg from 'pg';
import { DatabaseError } from './database-errors.ts';

const plain = /^[a-z_][a-z0-9_-]*$/;

/** PostgreSQL cuts longer names off without a word, so that two names could become one. */
const longest = 63;

export function identifier(name: string): string {
  if (plain.test(name) && name.length <= longest) return pg.escapeIdentifier(name);
  throw new DatabaseError(
    'UNSAFE_NAME',
    `"${name}" cannot name a database, schema or role: use up to ${longest} of a-z, 0-9, _ and -, beginning with a letter.`,
  );
}
