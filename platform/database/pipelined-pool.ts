/**
 * Saves a transaction's round trips: BEGIN and the viewer's settings are sent ahead without waiting for their answers,
 * and travel with the first real statement. Should one of them fail, PostgreSQL refuses that statement (25P02), so
 * nothing is ever read or written without its settings.
 */
import type pg from 'pg';

/** Statements whose answers say nothing, and whose failure the next statement's failure tells. */
const SENT_AHEAD = /^(begin|start transaction\b|select set_config\()/i;

const NOTHING = { rows: [], rowCount: 0, command: '' };

/** The pool must be made with `pipeline: true`, or statements would still wait for each other. */
export function sendTransactionStartsAhead(pool: pg.Pool): void {
  pool.on('connect', (client) => {
    const query = client.query.bind(client) as (...parts: unknown[]) => Promise<unknown>;
    const ahead = (...parts: unknown[]) => {
      const [text] = parts;
      if (typeof text !== 'string' || !SENT_AHEAD.test(text)) return query(...parts);
      query(...parts).catch(() => undefined);
      return Promise.resolve(NOTHING);
    };
    Object.assign(client, { query: ahead });
  });
}
