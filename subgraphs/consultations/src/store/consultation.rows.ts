/** Consultations and their parts as they lie in the tables: clinical texts sealed. */
import type {
  CloseReason,
  ConsultationStatus,
  DeclineReason,
  InvitationStatus,
  ServiceKind,
  Urgency,
} from '../domain/consultation-status.ts';
import type { TimelineEvent } from '../domain/timeline-event.ts';

export class ConsultationRow {
  id!: string;
  number!: string;
  institutionId!: string;
  requesterId!: string;
  patientId!: string;
  kind!: ServiceKind;
  status!: ConsultationStatus;
  urgency!: Urgency;
  specialty!: string;
  diseaseCode!: string | null;
  reason!: Buffer;
  summary!: Buffer;
  conclusion!: Buffer | null;
  respondBy!: Date | null;
  createdAt!: Date;
  updatedAt!: Date;
  submittedAt!: Date | null;
  approvedAt!: Date | null;
  assignedAt!: Date | null;
  startedAt!: Date | null;
  endedAt!: Date | null;
  completedAt!: Date | null;
  cancelledAt!: Date | null;
  closeReason!: CloseReason | null;
  consentWithdrawnAt!: Date | null;
  version!: number;
}

export class InvitationRow {
  id!: string;
  consultationId!: string;
  patientId!: string;
  institutionId!: string;
  expertId!: string;
  status!: InvitationStatus;
  respondBy!: Date;
  invitedAt!: Date;
  respondedAt!: Date | null;
  declineReason!: DeclineReason | null;
  declineNote!: Buffer | null;
}

export class OpinionRow {
  id!: string;
  consultationId!: string;
  patientId!: string;
  institutionId!: string;
  expertId!: string;
  version!: number;
  diagnosis!: Buffer;
  diseaseCode!: string | null;
  advice!: Buffer;
  signedAt!: Date;
}

export class TimelineRow {
  id!: string;
  consultationId!: string;
  patientId!: string;
  institutionId!: string;
  /** Its place in the consultation's timeline, from 0: two transactions of one moment keep their order. */
  ordinal!: number;
  at!: Date;
  event!: TimelineEvent;
  by!: string | null;
  note!: Buffer | null;
}
