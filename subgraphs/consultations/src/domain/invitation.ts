/** One expert asked to answer: requested, then accepted, declined with a reason, expired or withdrawn. */
import type { Occasion } from './actor.ts';
import type { CaseRow } from './case-row.ts';
import type { DeclineReason, InvitationStatus } from './consultation-status.ts';

export interface InvitationTerms {
  readonly expertId: string;
  readonly respondBy: Date;
}

export class Invitation {
  id: string;
  consultationId: string;
  patientId: string;
  institutionId: string;
  /** An expert shares the id of its practitioner. */
  expertId: string;
  status: InvitationStatus;
  respondBy: Date;
  invitedAt: Date;
  respondedAt: Date | null;
  declineReason: DeclineReason | null;
  declineNote: string | null;

  constructor(row: CaseRow, terms: InvitationTerms, occasion: Occasion) {
    this.id = occasion.newId();
    this.consultationId = row.consultationId;
    this.patientId = row.patientId;
    this.institutionId = row.institutionId;
    this.expertId = terms.expertId;
    this.status = 'REQUESTED';
    this.respondBy = terms.respondBy;
    this.invitedAt = occasion.now;
    this.respondedAt = null;
    this.declineReason = null;
    this.declineNote = null;
  }

  accept(now: Date): void {
    this.status = 'ACCEPTED';
    this.respondedAt = now;
  }

  decline(reason: DeclineReason, occasion: Occasion): void {
    this.status = 'DECLINED';
    this.respondedAt = occasion.now;
    this.declineReason = reason;
    this.declineNote = occasion.note;
  }

  expire(): void {
    this.status = 'EXPIRED';
  }

  withdraw(): void {
    this.status = 'WITHDRAWN';
  }

  /** Still counts: waits for an answer, or was accepted. */
  get open(): boolean {
    return this.status === 'REQUESTED' || this.status === 'ACCEPTED';
  }
}

/** The expert's newest invitation: one who declined may have been asked again. */
export function latestInvitation(invitations: Iterable<Invitation>, expertId: string): Invitation | undefined {
  let latest: Invitation | undefined;
  for (const invitation of invitations) {
    if (invitation.expertId !== expertId) continue;
    if (invitation.open) return invitation;
    if (latest === undefined || invitation.invitedAt >= latest.invitedAt) latest = invitation;
  }
  return latest;
}
