/** What a page tells the call: which consultation, and in which part the viewer takes part in it. */
import type { Consultation } from '../consultation/use-consultation.ts';

export const callRoles = ['REQUESTER', 'EXPERT', 'PATIENT', 'COORDINATOR'] as const;
export type CallRole = (typeof callRoles)[number];

/** As much of a consultation as its call looks at. */
export type CalledConsultation = Pick<
  Consultation,
  'id' | 'status' | 'requester' | 'invitations' | 'timeline' | 'availableActions'
>;

export interface CallOf {
  readonly consultation: CalledConsultation;
  /** A coordinator looks on: sees and hears, and sends nothing. */
  readonly role: CallRole;
  /** Somebody else has changed it meanwhile. */
  readonly readAgain: () => void;
}

/** The room is open from the first acceptance until the session has ended. */
export function isRoomOpen({ status }: Pick<CalledConsultation, 'status'>): boolean {
  return status === 'ASSIGNED' || status === 'IN_PROGRESS' || status === 'INTERRUPTED';
}

export interface Guest {
  readonly role: CallRole | null;
  /** Where the page knows it; the video server is never told a name. */
  readonly name: string | null;
}

/** An identity in the room is the part and an opaque id. */
export function guestOf(identity: string, { requester, invitations }: CalledConsultation): Guest {
  const [part, id] = identity.split(':');
  const role = callRoles.find((known) => known === part) ?? null;
  const expert = invitations.find((invitation) => invitation.expert.id === id)?.expert.practitioner;
  const name = role === 'EXPERT' ? expert?.name : role === 'REQUESTER' && requester.id === id ? requester.name : null;
  return { role, name: name ?? null };
}
