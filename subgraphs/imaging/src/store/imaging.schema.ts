/** How tickets, tokens and reports lie in their tables; the index of images is read and written as rows. */
import { defineEntity, p } from '@mikro-orm/core';
import { DiagnosticReport } from '../domain/diagnostic-report.ts';
import { UploadTicket } from '../domain/upload-ticket.ts';
import { ViewerToken } from '../domain/viewer-token.ts';

export const uploadTicketSchema = defineEntity({
  class: UploadTicket,
  tableName: 'upload_tickets',
  properties: {
    id: p.uuid().primary(),
    tokenHash: p.blob().$type<Buffer>(),
    patientId: p.uuid(),
    institutionId: p.uuid(),
    consultationId: p.uuid().nullable(),
    subject: p.uuid(),
    createdAt: p.datetime(),
    expiresAt: p.datetime(),
  },
});

export const viewerTokenSchema = defineEntity({
  class: ViewerToken,
  tableName: 'viewer_tokens',
  properties: {
    tokenHash: p.blob().$type<Buffer>().primary(),
    id: p.uuid(),
    studyUid: p.text(),
    patientId: p.uuid(),
    subject: p.text(),
    practitionerId: p.uuid().nullable(),
    consultationId: p.uuid().nullable(),
    expiresAt: p.datetime(),
  },
});

export const diagnosticReportSchema = defineEntity({
  class: DiagnosticReport,
  tableName: 'reports',
  properties: {
    id: p.uuid().primary(),
    studyUid: p.text(),
    patientId: p.uuid(),
    institutionId: p.uuid(),
    version: p.integer(),
    status: p.text().$type<DiagnosticReport['status']>(),
    findings: p.blob().$type<Buffer>(),
    impression: p.blob().$type<Buffer>(),
    signedBy: p.uuid(),
    signedAt: p.datetime(),
  },
});
