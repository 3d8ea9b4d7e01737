/** Which of LiveKit's reports were taken in already. */
import type { UnitTools } from '@huizhen/platform/subgraph/context';
import { z } from 'zod';

export class WebhookEventRepository {
  private readonly tools: UnitTools;

  constructor(tools: UnitTools) {
    this.tools = tools;
  }

  /** True for the first of equal reports; a second one at the same time waits for the first one's transaction. */
  async isNew(eventId: string): Promise<boolean> {
    const query = 'INSERT INTO media.webhook_events (event_id) VALUES (?) ON CONFLICT DO NOTHING RETURNING 1';
    return (await this.tools.sql(z.unknown(), query, [eventId])).length === 1;
  }

  /** A report that comes again after this long is out of time anyway. */
  async forgetOld(): Promise<void> {
    await this.tools.sql(z.unknown(), `DELETE FROM media.webhook_events WHERE received_at < now() - interval '7 days'`);
  }
}
