/** Changes of consultations, logged as the consultations subgraph logs them and as its own role, many in a short time. */
import { randomUUID } from 'node:crypto';
import type { ConsultationTransition } from '@huizhen/schema/events';
import { Pool } from 'pg';
import { decodeCursor } from '@huizhen/platform/events/cursor';

const AT_ONCE = 25;

export class Happenings {
  private readonly pool: Pool;
  private readonly transitions: readonly ConsultationTransition[];
  private next = 0;

  private constructor(pool: Pool, transitions: readonly ConsultationTransition[]) {
    this.pool = pool;
    this.transitions = transitions;
  }

  /**
   * Of these consultations in turn, each staying in the state that it has.
   * @param url where the app role of consultations connects
   */
  static async of(url: string, ids: readonly string[]): Promise<Happenings> {
    const pool = new Pool({ connectionString: url, max: 2 });
    pool.on('error', () => undefined);
    const { rows } = await pool.query<{ payload: ConsultationTransition }>(
      `SELECT DISTINCT ON (payload->>'consultationId') payload FROM events.log
       WHERE payload->>'consultationId' = ANY($1) AND payload ? 'after' ORDER BY payload->>'consultationId', position DESC`,
      [ids],
    );
    return new Happenings(
      pool,
      rows.map(({ payload }) => payload),
    );
  }

  /** Two writers at once, each transaction some events. */
  async happen(count: number): Promise<void> {
    let left = count;
    const write = async () => {
      while (left > 0) {
        const size = Math.min(AT_ONCE, left);
        left -= size;
        await this.log(size);
      }
    };
    await Promise.all([write(), write()]);
  }

  /** Positions of everything that is logged of some consultations from now on, in order. */
  async positions(ids: readonly string[], after: bigint): Promise<bigint[]> {
    const { rows } = await this.pool.query<{ position: string }>(
      `SELECT position FROM events.log WHERE position > $1 AND payload->>'consultationId' = ANY($2) ORDER BY position`,
      [after.toString(), ids],
    );
    return rows.map(({ position }) => BigInt(position));
  }

  async positionOf(type: string, id: string): Promise<bigint> {
    const { rows } = await this.pool.query<{ position: string }>(
      `SELECT max(position) AS position FROM events.log WHERE type = $1 AND payload->>'consultationId' = $2`,
      [type, id],
    );
    return BigInt(rows[0]?.position ?? -1);
  }

  close(): Promise<void> {
    return this.pool.end();
  }

  private async log(count: number): Promise<void> {
    const events = Array.from({ length: count }, () => {
      const transition = this.transitions[(this.next += 1) % this.transitions.length];
      return {
        id: randomUUID(),
        type: 'consultation.updated',
        payload: { ...transition, timelineEntryId: randomUUID(), before: transition?.after },
      };
    });
    await this.pool.query(
      `INSERT INTO events.log (id, type, payload)
       SELECT id, type, payload FROM jsonb_to_recordset($1::jsonb) AS e(id uuid, type text, payload jsonb)`,
      [JSON.stringify(events)],
    );
    await this.pool.query('SELECT events.sequence_committed()');
  }
}

export function positionIn(cursor: string): bigint {
  return decodeCursor(cursor).position;
}
