/** THE table of what may happen to a consultation: mutations, timeline and `availableActions` all read it, so they agree. */
import type { ActorKind } from './actor.ts';
import { consultationActions } from './consultation-status.ts';
import type { ConsultationAction, ConsultationStatus, ServiceKind } from './consultation-status.ts';
import type { TimelineEvent } from './timeline-event.ts';

/**
 * EXPIRE closes one unanswered invitation; REOPEN tells the coordinator that nobody is left to answer; ESCALATE that the
 * deadline has passed without an acceptance.
 */
export type TransitionName = ConsultationAction | 'EXPIRE' | 'REOPEN' | 'ESCALATE';

/** As much of a consultation as the table looks at. */
export interface TransitionFacts {
  readonly status: ConsultationStatus;
  readonly kind: ServiceKind;
  readonly startedAt: Date | null;
  readonly opinions: readonly unknown[];
}

interface Condition {
  readonly holds: (facts: TransitionFacts) => boolean;
  readonly because: string;
}

export interface Transition {
  readonly action: TransitionName;
  readonly from: readonly ConsultationStatus[];
  readonly to: ConsultationStatus | 'STAYS';
  readonly by: readonly ActorKind[];
  readonly event: TimelineEvent;
  readonly only?: Condition;
}

const manySeats: Condition = {
  holds: ({ kind }) => kind === 'MULTIDISCIPLINARY',
  because: 'only a multidisciplinary consultation takes more experts once one has accepted',
};
const notYetCalled: Condition = {
  holds: ({ startedAt }) => startedAt === null,
  because: 'its session has already taken place',
};
const opinionSigned: Condition = {
  holds: ({ opinions }) => opinions.length > 0,
  because: 'no expert has signed an opinion yet',
};

const beforeAcceptance: readonly ConsultationStatus[] = ['DRAFT', 'UNDER_REVIEW', 'RETURNED', 'PENDING'];
const afterAcceptance: readonly ConsultationStatus[] = ['ASSIGNED', 'IN_PROGRESS', 'INTERRUPTED', 'AWAITING_OPINION'];
const inSession: readonly ActorKind[] = ['requester', 'acceptedExpert'];
const aroundSession: readonly ActorKind[] = ['requester', 'acceptedExpert', 'coordinator', 'system'];

/** In the order of the work. START and END also bridge live and store-and-forward, so that no case starts again. */
// oxfmt-ignore
export const transitions: readonly Transition[] = [
  { action: 'UPDATE', from: ['DRAFT', 'RETURNED'], to: 'STAYS', by: ['requester'], event: 'consultation.updated' },
  { action: 'SUBMIT', from: ['DRAFT', 'RETURNED'], to: 'UNDER_REVIEW', by: ['requester'], event: 'consultation.submitted' },
  { action: 'APPROVE', from: ['UNDER_REVIEW'], to: 'PENDING', by: ['coordinator'], event: 'consultation.approved' },
  { action: 'RETURN', from: ['UNDER_REVIEW'], to: 'RETURNED', by: ['coordinator'], event: 'consultation.returned' },
  { action: 'INVITE', from: ['PENDING'], to: 'STAYS', by: ['coordinator', 'requestingInstitution', 'system'], event: 'consultation.experts-invited' },
  { action: 'INVITE', from: ['ASSIGNED', 'IN_PROGRESS'], to: 'STAYS', by: ['coordinator'], event: 'consultation.experts-invited', only: manySeats },
  { action: 'ACCEPT', from: ['PENDING'], to: 'ASSIGNED', by: ['invitedExpert'], event: 'consultation.invitation-accepted' },
  { action: 'ACCEPT', from: ['ASSIGNED', 'IN_PROGRESS', 'INTERRUPTED'], to: 'STAYS', by: ['invitedExpert'], event: 'consultation.invitation-accepted', only: manySeats },
  { action: 'DECLINE', from: ['PENDING', ...afterAcceptance], to: 'STAYS', by: ['invitedExpert'], event: 'consultation.invitation-declined' },
  { action: 'EXPIRE', from: ['PENDING', ...afterAcceptance], to: 'STAYS', by: ['system'], event: 'consultation.invitation-expired' },
  { action: 'REOPEN', from: ['PENDING'], to: 'STAYS', by: ['system'], event: 'consultation.reopened' },
  { action: 'ESCALATE', from: ['PENDING'], to: 'STAYS', by: ['system'], event: 'consultation.escalated' },
  { action: 'START', from: ['ASSIGNED'], to: 'IN_PROGRESS', by: inSession, event: 'consultation.started' },
  { action: 'START', from: ['AWAITING_OPINION'], to: 'IN_PROGRESS', by: inSession, event: 'consultation.started', only: notYetCalled },
  { action: 'INTERRUPT', from: ['IN_PROGRESS'], to: 'INTERRUPTED', by: aroundSession, event: 'consultation.interrupted' },
  { action: 'RESUME', from: ['INTERRUPTED'], to: 'IN_PROGRESS', by: aroundSession, event: 'consultation.resumed' },
  { action: 'END', from: ['IN_PROGRESS', 'INTERRUPTED'], to: 'AWAITING_OPINION', by: aroundSession, event: 'consultation.ended' },
  { action: 'SIGN_OPINION', from: ['ASSIGNED'], to: 'AWAITING_OPINION', by: ['acceptedExpert'], event: 'consultation.opinion-signed' },
  { action: 'SIGN_OPINION', from: ['IN_PROGRESS', 'AWAITING_OPINION'], to: 'STAYS', by: ['acceptedExpert'], event: 'consultation.opinion-signed' },
  { action: 'COMPLETE', from: ['AWAITING_OPINION'], to: 'COMPLETED', by: ['requester'], event: 'consultation.completed', only: opinionSigned },
  { action: 'CANCEL', from: beforeAcceptance, to: 'CANCELLED', by: ['requester'], event: 'consultation.cancelled' },
  { action: 'CANCEL', from: afterAcceptance, to: 'CANCELLED', by: ['coordinator'], event: 'consultation.cancelled' },
  { action: 'AMEND', from: ['COMPLETED'], to: 'STAYS', by: ['acceptedExpert', 'requester'], event: 'consultation.amended' },
];

/** The row that lets one of these actors do it now, or undefined. */
export function transitionFor(
  action: TransitionName,
  facts: TransitionFacts,
  kinds: readonly ActorKind[],
): Transition | undefined {
  return rowsNow(action, facts, kinds).find((row) => row.only?.holds(facts) ?? true);
}

/** Where an event has left a consultation that was in this state when it happened. */
export function statusAfter(event: TimelineEvent, before: ConsultationStatus): ConsultationStatus {
  const row = transitions.find((candidate) => candidate.event === event && candidate.from.includes(before));
  return row === undefined || row.to === 'STAYS' ? before : row.to;
}

/** Why the state is right and the action still is not possible, in words; null when the state itself forbids it. */
export function unmetCondition(action: TransitionName, facts: TransitionFacts, kinds: readonly ActorKind[]) {
  return rowsNow(action, facts, kinds)[0]?.only?.because ?? null;
}

/** What these actors may do in this state, in the order of the work. */
export function actionsAllowed(facts: TransitionFacts, kinds: readonly ActorKind[]): ConsultationAction[] {
  return consultationActions.filter((action) => transitionFor(action, facts, kinds) !== undefined);
}

/** Whether these actors may ever do it, whatever the state: what a policy asks. */
export function everAllowed(action: TransitionName, kinds: readonly ActorKind[]): boolean {
  return transitions.some((row) => row.action === action && isOneOf(row.by, kinds));
}

function rowsNow(action: TransitionName, facts: TransitionFacts, kinds: readonly ActorKind[]): Transition[] {
  return transitions.filter(
    (row) => row.action === action && row.from.includes(facts.status) && isOneOf(row.by, kinds),
  );
}

function isOneOf(allowed: readonly ActorKind[], kinds: readonly ActorKind[]): boolean {
  return kinds.some((kind) => allowed.includes(kind));
}
