/** Numbers to read aloud on the phone: counted per institution and day, unique under any concurrency. */
import type { UnitTools } from '@huizhen/platform/subgraph/context';
import { z } from 'zod';

const counted = z.object({ day: z.string(), last: z.coerce.number() });

export class NumberRepository {
  private readonly tools: UnitTools;

  constructor(tools: UnitTools) {
    this.tools = tools;
  }

  /** The counter's row is locked until the transaction ends, so a number that was not used is given again. */
  async next(institution: { readonly id: string; readonly code: string }, at: Date): Promise<string> {
    const query = `
      INSERT INTO consultations.number_counters AS counter (institution_id, day, last)
      VALUES (?, (?::timestamptz AT TIME ZONE 'Asia/Shanghai')::date, 1)
      ON CONFLICT (institution_id, day) DO UPDATE SET last = counter.last + 1
      RETURNING to_char(day, 'YYMMDD') AS day, last`;
    const [row] = await this.tools.sql(counted, query, [institution.id, at.toISOString()]);
    if (!row) throw new Error('The counter of consultation numbers gave no number.');
    return `HZ-${institution.code}-${row.day}-${row.last.toString().padStart(3, '0')}`;
  }
}
