/** What happens to one consultation, as its requester follows it. */
import { z } from 'zod';
import type { FeedSource } from './live-feed.ts';

const consultationEvent = z.object({
  cursor: z.string(),
  at: z.string(),
  change: z.object({ event: z.string(), by: z.object({ name: z.string() }).nullable() }),
  consultation: z.object({ id: z.string(), status: z.string(), availableActions: z.array(z.string()) }),
});
export type ConsultationEvent = z.output<typeof consultationEvent>;

export const consultationDocument = `subscription Consultation($id: ID!, $after: String) {
  consultationChanged(id: $id, after: $after) {
    cursor at
    change { event by { name } }
    consultation { id status availableActions }
  }
}`;

const answer = z.object({ consultationChanged: consultationEvent });

export function consultationFeed(id: string): FeedSource<ConsultationEvent> {
  return {
    name: '会诊 consultationChanged',
    document: consultationDocument,
    variables: { id },
    parse: (data) => answer.parse(data).consultationChanged,
    keyOf: ({ at, change }) => `${at} ${change.event}`,
  };
}
