/**
 * Saves a transaction's round trips: its start, the viewer's settings and its last records are sent without waiting for
 * their answers, and travel with the statement that follows. Should one of them fail, PostgreSQL refuses that statement
 * (25P02), and answers a COMMIT with a rollback, which is told as the failure that it is; so nothing is ever read or written
 * without its settings, and nothing is kept without its records.
 */
import { Socket } from 'node:net';
import type pg from 'pg';
import { z } from 'zod';

/** Marks a statement that is the last but its COMMIT, and whose answer says nothing. */
export const SEND_AHEAD = '/* ahead */';

/** Statements whose answers say nothing, and whose failure the next statement's failure tells. */
const SENT_AHEAD = /^(begin|start transaction\b|select set_config\(|\/\* ahead \*\/)/i;
const START = /^(begin|start transaction\b)/i;
const COMMIT = /^commit\b/i;

const NOTHING = { rows: [], rowCount: 0, command: '' };

const rolledBack = z.object({ command: z.literal('ROLLBACK') });

/** The pool must be made with `pipeline: true`, or statements would still wait for each other. */
export function sendTransactionStartsAhead(pool: pg.Pool): void {
  pool.on('connect', (client) => {
    const send = client.query.bind(client) as (...parts: unknown[]) => Promise<unknown>;
    const socket = socketOf(client);
    /** Held back until the statement that follows, so that all go out in one packet. */
    const hold = (...parts: unknown[]) => {
      if (socket.writableCorked === 0) socket.cork();
      return send(...parts);
    };
    const query = (...parts: unknown[]) => {
      const answer = send(...parts);
      if (socket.writableCorked > 0) socket.uncork();
      return answer;
    };
    let failure: unknown = null;
    const commit = async (...parts: unknown[]) => {
      const answer = await query(...parts);
      if (rolledBack.safeParse(answer).success)
        throw failure ?? new Error('PostgreSQL rolled back what was to be committed.');
      return answer;
    };
    const ahead = (...parts: unknown[]) => {
      const [text] = parts;
      if (typeof text !== 'string') return query(...parts);
      if (START.test(text)) failure = null;
      if (COMMIT.test(text)) return commit(...parts);
      if (!SENT_AHEAD.test(text)) return query(...parts);
      hold(...parts).catch((error: unknown) => {
        failure ??= error;
      });
      return Promise.resolve(NOTHING);
    };
    Object.assign(client, { query: ahead });
  });
}

/** The driver's own socket, which its types do not name. */
function socketOf(client: pg.PoolClient): Socket {
  return z.object({ connection: z.object({ stream: z.instanceof(Socket) }) }).parse(client).connection.stream;
}
