/** Consultations and their parts read as plain rows: nothing is tracked, and what is sealed stays so until it is asked for. */
import { selectList } from '@huizhen/platform/database/select-list';
import { z } from 'zod';
import {
  closeReasons,
  consultationStatuses,
  declineReasons,
  invitationStatuses,
  serviceKinds,
  urgencies,
} from '../domain/consultation-status.ts';
import { timelineEvents } from '../domain/timeline-event.ts';

const sealed = z.instanceof(Buffer);
const instant = z.date().nullable();
const part = { id: z.string(), consultationId: z.string(), patientId: z.string(), institutionId: z.string() };

export const consultationRow = z.object({
  id: z.string(),
  number: z.string(),
  institutionId: z.string(),
  requesterId: z.string(),
  patientId: z.string(),
  kind: z.enum(serviceKinds),
  status: z.enum(consultationStatuses),
  urgency: z.enum(urgencies),
  specialty: z.string(),
  diseaseCode: z.string().nullable(),
  reason: sealed,
  summary: sealed,
  conclusion: sealed.nullable(),
  respondBy: instant,
  createdAt: z.date(),
  updatedAt: z.date(),
  submittedAt: instant,
  approvedAt: instant,
  assignedAt: instant,
  startedAt: instant,
  endedAt: instant,
  completedAt: instant,
  cancelledAt: instant,
  closeReason: z.enum(closeReasons).nullable(),
  consentWithdrawnAt: instant,
  version: z.number(),
});

export const invitationRow = z.object({
  ...part,
  expertId: z.string(),
  status: z.enum(invitationStatuses),
  respondBy: z.date(),
  invitedAt: z.date(),
  respondedAt: instant,
  declineReason: z.enum(declineReasons).nullable(),
  declineNote: sealed.nullable(),
});

export const opinionRow = z.object({
  ...part,
  expertId: z.string(),
  version: z.number(),
  diagnosis: sealed,
  diseaseCode: z.string().nullable(),
  advice: sealed,
  signedAt: z.date(),
});

export const timelineRow = z.object({
  ...part,
  ordinal: z.number(),
  at: z.date(),
  event: z.enum(timelineEvents),
  by: z.string().nullable(),
  note: sealed.nullable(),
});

const CONSULTATIONS = `SELECT ${selectList(consultationRow, 'c')} FROM consultations.consultations c`;
export const consultationsById = `${CONSULTATIONS} WHERE c.id = ANY (?::uuid[])`;
export const newestWhere = (condition: string) =>
  `${CONSULTATIONS} WHERE ${condition} ORDER BY c.created_at DESC, c.id DESC LIMIT ?`;
export const invitationsOf = partsOf('invitations', invitationRow, 'p.invited_at, p.id');
export const opinionsOf = partsOf('opinions', opinionRow, 'p.signed_at, p.id');
export const timelineOf = partsOf('timeline', timelineRow, 'p.consultation_id, p.ordinal');
export const timelineById = `SELECT ${selectList(timelineRow, 'p')}
  FROM consultations.timeline p WHERE p.id = ANY (?::uuid[])`;

function partsOf(table: string, row: z.ZodObject, order: string): string {
  return `SELECT ${selectList(row, 'p')} FROM consultations.${table} p
    WHERE p.consultation_id = ANY (?::uuid[]) ORDER BY ${order}`;
}
