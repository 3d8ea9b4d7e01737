/** The consultation centre's live queue, with fields of five subgraphs in every event. */
import { z } from 'zod';
import type { FeedSource } from './live-feed.ts';

const queueEvent = z.object({
  cursor: z.string(),
  kind: z.enum(['SNAPSHOT', 'ENTERED', 'CHANGED', 'LEFT']),
  waiting: z.number(),
  longestWaitSeconds: z.number(),
  consultations: z.array(
    z.object({
      id: z.string(),
      number: z.string(),
      status: z.string(),
      patient: z.object({ name: z.string() }),
      invitations: z.array(
        z.object({ status: z.string(), expert: z.object({ practitioner: z.object({ name: z.string() }) }) }),
      ),
      invoice: z.object({ patientFen: z.number() }).nullable(),
    }),
  ),
});
export type QueueEvent = z.output<typeof queueEvent>;

export const queueDocument = `subscription Queue($after: String) {
  consultationQueue(after: $after) {
    cursor kind waiting longestWaitSeconds
    consultations {
      id number status
      patient { name }
      invitations { status expert { practitioner { name } } }
      invoice { patientFen }
    }
  }
}`;

const answer = z.object({ consultationQueue: queueEvent });

export const queueFeed: FeedSource<QueueEvent> = {
  name: '队列 consultationQueue',
  document: queueDocument,
  variables: {},
  parse: (data) => answer.parse(data).consultationQueue,
  keyOf: ({ cursor }) => cursor,
};
