/** What a change means for one viewer's queue, judged by the event alone, so that a thousand watchers need no database for it. */
import type { Viewer } from '@huizhen/platform/access/viewer';
import type { ConsultationTransition } from '@huizhen/schema/events';
import { institutionRoles } from '../domain/consultation-policy.ts';
import { consultationStatuses, urgencies } from '../domain/consultation-status.ts';
import { queueChange, type QueueChange, type QueueFacts, type QueueFilter } from '../domain/queue.ts';
import type { ConsultationEvent } from './consultation-events.ts';

type Happening = Pick<ConsultationEvent, 'event' | 'transition'>;

/** null: nothing that this viewer's queue shows. What the policy says is asked afterwards. */
export function queueChangeFor(
  viewer: Viewer,
  filter: QueueFilter,
  { event, transition }: Happening,
): QueueChange | null {
  const always = seesAlways(viewer, transition);
  if (!always && !wasAsked(viewer, transition)) return null;
  const after = factsIn(transition.after);
  const change = after === null ? null : queueChange(filter, factsIn(transition.before), after);
  if (change !== 'CHANGED' || always) return change;
  const appears = event === 'consultation.consent-renewed' || isAskedBy(viewer, { event, transition });
  return appears ? 'ENTERED' : change;
}

function seesAlways(
  { service, centre, institutionId, patientId, roles }: Viewer,
  transition: ConsultationTransition,
): boolean {
  if (service !== null || (centre && roles.includes('COORDINATOR'))) return true;
  const ownInstitution =
    institutionId === transition.institutionId && institutionRoles.some((role) => roles.includes(role));
  return ownInstitution || (patientId === transition.patientId && roles.includes('PATIENT'));
}

function wasAsked({ practitionerId }: Viewer, { invitations }: ConsultationTransition): boolean {
  return invitations.some(({ expertId }) => expertId === practitionerId);
}

/** The newest invitations are the ones that an event of inviting is about. */
function isAskedBy({ practitionerId }: Viewer, { event, transition }: Happening): boolean {
  if (event !== 'consultation.experts-invited') return false;
  const newest = transition.invitations.reduce(
    (latest, { invitedAt }) => (invitedAt > latest ? invitedAt : latest),
    '',
  );
  return transition.invitations.some(({ expertId, invitedAt }) => expertId === practitionerId && invitedAt === newest);
}

/** Facts of a version that knows other states are no queue's business here. */
function factsIn(facts: ConsultationTransition['before']): QueueFacts | null {
  const status = consultationStatuses.find((known) => known === facts?.status);
  const urgency = urgencies.find((known) => known === facts?.urgency);
  return facts === null || status === undefined || urgency === undefined ? null : { ...facts, status, urgency };
}
