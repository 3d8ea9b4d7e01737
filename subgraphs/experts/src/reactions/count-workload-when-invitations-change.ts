/** Counts answers, load and bounces from what consultations tell of their invitations. */
import type { Reaction } from '@huizhen/platform/subgraph/define-subgraph';
import type { LoggedEvent } from '@huizhen/platform/events/logged-event';
import type { ExpertsContext } from '../store/experts.store.ts';

const told = [
  'consultation.experts-invited',
  'consultation.invitation-accepted',
  'consultation.invitation-declined',
  'consultation.invitation-expired',
  'consultation.reopened',
  'consultation.consent-withdrawn',
  'consultation.completed',
  'consultation.cancelled',
] as const;
const closed: readonly string[] = ['COMPLETED', 'CANCELLED'];

export const countWorkloadWhenInvitationsChange: Reaction<ExpertsContext> = {
  name: 'count-workload-when-invitations-change',
  on: told,
  async run(context, event) {
    if (!isTold(event)) return;
    const { consultationId, invitations, after } = event.payload;
    await context.transact(async (unit) => {
      const consultationOpen = !closed.includes(after.status);
      const expertIds = await unit.invitations.keep({ consultationId, consultationOpen, invitations });
      if (expertIds.length > 0) unit.events.publish('expert.changed', { expertIds });
    });
  },
};

function isTold(event: LoggedEvent): event is LoggedEvent<(typeof told)[number]> {
  return told.some((type) => type === event.type);
}
