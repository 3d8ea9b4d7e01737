/** What a page is told of the queue, read from its sockets. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { z } from 'zod';

const frame = z.object({
  type: z.literal('next'),
  payload: z.object({ data: z.object({ consultationQueue: z.object({ cursor: z.string(), kind: z.string() }) }) }),
});
type QueueEvent = z.infer<typeof frame>['payload']['data']['consultationQueue'];

export class QueueFrames {
  readonly events: QueueEvent[] = [];
  /** How many were opened. */
  sockets = 0;

  constructor(page: Page) {
    page.on('websocket', (socket) => {
      this.sockets += 1;
      socket.on('framereceived', ({ payload }) => {
        const told = frame.safeParse(JSON.parse(payload.toString()));
        if (told.success) this.events.push(told.data.payload.data.consultationQueue);
      });
    });
  }

  async until(matches: (event: QueueEvent) => boolean): Promise<void> {
    await expect.poll(() => this.events.some(matches), { timeout: 20_000 }).toBe(true);
  }
}
