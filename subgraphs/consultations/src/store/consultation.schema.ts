/** How the rows lie in their tables. */
import { defineEntity, p } from '@mikro-orm/core';
import { ConsultationRow, InvitationRow, OpinionRow, TimelineRow } from './consultation.rows.ts';

const caseColumns = { id: p.uuid().primary(), consultationId: p.uuid(), patientId: p.uuid(), institutionId: p.uuid() };

export const consultationSchema = defineEntity({
  class: ConsultationRow,
  tableName: 'consultations',
  properties: {
    id: p.uuid().primary(),
    number: p.text(),
    institutionId: p.uuid(),
    requesterId: p.uuid(),
    patientId: p.uuid(),
    kind: p.text().$type<ConsultationRow['kind']>(),
    status: p.text().$type<ConsultationRow['status']>(),
    urgency: p.text().$type<ConsultationRow['urgency']>(),
    specialty: p.text(),
    diseaseCode: p.text().nullable(),
    reason: p.blob().$type<Buffer>(),
    summary: p.blob().$type<Buffer>(),
    conclusion: p.blob().$type<Buffer>().nullable(),
    respondBy: p.datetime().nullable(),
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
    submittedAt: p.datetime().nullable(),
    approvedAt: p.datetime().nullable(),
    assignedAt: p.datetime().nullable(),
    startedAt: p.datetime().nullable(),
    endedAt: p.datetime().nullable(),
    completedAt: p.datetime().nullable(),
    cancelledAt: p.datetime().nullable(),
    closeReason: p.text().$type<NonNullable<ConsultationRow['closeReason']>>().nullable(),
    consentWithdrawnAt: p.datetime().nullable(),
    version: p.integer(),
  },
});

export const invitationSchema = defineEntity({
  class: InvitationRow,
  tableName: 'invitations',
  properties: {
    ...caseColumns,
    expertId: p.uuid(),
    status: p.text().$type<InvitationRow['status']>(),
    respondBy: p.datetime(),
    invitedAt: p.datetime(),
    respondedAt: p.datetime().nullable(),
    declineReason: p.text().$type<NonNullable<InvitationRow['declineReason']>>().nullable(),
    declineNote: p.blob().$type<Buffer>().nullable(),
  },
});

export const opinionSchema = defineEntity({
  class: OpinionRow,
  tableName: 'opinions',
  properties: {
    ...caseColumns,
    expertId: p.uuid(),
    version: p.integer(),
    diagnosis: p.blob().$type<Buffer>(),
    diseaseCode: p.text().nullable(),
    advice: p.blob().$type<Buffer>(),
    signedAt: p.datetime(),
  },
});

export const timelineSchema = defineEntity({
  class: TimelineRow,
  tableName: 'timeline',
  properties: {
    ...caseColumns,
    ordinal: p.integer(),
    at: p.datetime(),
    event: p.text().$type<TimelineRow['event']>(),
    by: p.uuid().nullable(),
    note: p.blob().$type<Buffer>().nullable(),
  },
});
