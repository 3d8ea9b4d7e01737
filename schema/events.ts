/** What the subgraphs tell each other: every event's name and payload. Payloads carry ids and states, never names or texts. */
import { z } from 'zod';

const id = z.uuid();

const queueFacts = z.object({
  institutionId: id,
  specialty: z.string(),
  status: z.string(),
  urgency: z.string(),
});

/** How one invitation of a consultation stands; times are RFC 3339. */
const invitationState = z.object({
  id,
  expertId: id,
  status: z.string(),
  declineReason: z.string().nullable(),
  invitedAt: z.iso.datetime(),
  respondBy: z.iso.datetime(),
  respondedAt: z.iso.datetime().nullable(),
});

/** One transition of a consultation; `before` is null when it was just created. */
const consultationTransition = z.object({
  consultationId: id,
  patientId: id,
  institutionId: id,
  requesterId: id,
  kind: z.string(),
  expertIds: z.array(id),
  actorId: id.nullable(),
  timelineEntryId: id,
  before: queueFacts.nullable(),
  after: queueFacts,
  /** All of its invitations as they stand after it; none in events that were logged before invitations were told. */
  invitations: z.array(invitationState).default([]),
});
export type ConsultationTransition = z.infer<typeof consultationTransition>;

const consent = z.object({ consentId: id, patientId: id, purpose: z.string() });
const roomParticipant = z.object({ consultationId: id, identity: z.string() });

export const eventPayloads = {
  'consultation.created': consultationTransition,
  'consultation.updated': consultationTransition,
  'consultation.submitted': consultationTransition,
  'consultation.approved': consultationTransition,
  'consultation.returned': consultationTransition,
  'consultation.experts-invited': consultationTransition,
  'consultation.invitation-accepted': consultationTransition,
  'consultation.invitation-declined': consultationTransition,
  'consultation.invitation-expired': consultationTransition,
  'consultation.reopened': consultationTransition,
  'consultation.escalated': consultationTransition,
  'consultation.consent-withdrawn': consultationTransition,
  'consultation.consent-renewed': consultationTransition,
  'consultation.started': consultationTransition,
  'consultation.interrupted': consultationTransition,
  'consultation.resumed': consultationTransition,
  'consultation.ended': consultationTransition,
  'consultation.opinion-signed': consultationTransition,
  'consultation.completed': consultationTransition,
  'consultation.amended': consultationTransition,
  'consultation.cancelled': consultationTransition,
  'patient.consent-recorded': consent,
  'patient.consent-withdrawn': consent,
  /** It was signed until a day that has come. */
  'patient.consent-ended': consent,
  'expert.presence-changed': z.object({ expertId: id, online: z.boolean() }),
  /** A profile or what is counted about it; whoever keeps experts in memory reads these anew. */
  'expert.changed': z.object({ expertIds: z.array(id) }),
  'imaging.study-stored': z.object({ studyUid: z.string(), patientId: id, consultationId: id.nullable() }),
  'imaging.report-issued': z.object({ studyUid: z.string(), reportId: id, patientId: id }),
  'room.participant-joined': roomParticipant,
  'room.participant-left': roomParticipant,
  'room.finished': z.object({ consultationId: id }),
  'invoice.issued': z.object({ invoiceId: id, consultationId: id }),
} as const;

export type EventType = keyof typeof eventPayloads;
export type EventPayload<T extends EventType> = z.infer<(typeof eventPayloads)[T]>;
export const eventTypes = Object.keys(eventPayloads) as EventType[];
