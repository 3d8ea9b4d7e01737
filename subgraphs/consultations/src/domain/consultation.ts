/** A consultation: the request and everything that happens to it. State changes only here, by the table of transitions. */
import { BadUserInput, Forbidden } from '@huizhen/platform/errors/expected-errors';
import { system } from './actor.ts';
import type { Occasion } from './actor.ts';
import type { CaseRow } from './case-row.ts';
import { missingItems } from './completeness.ts';
import type { RequestContent, RequestFacts } from './completeness.ts';
import {
  AlreadyAccepted,
  AlreadyInvited,
  IllegalTransition,
  IncompleteRequest,
  InvitationClosed,
} from './consultation-errors.ts';
import type { CloseReason, ConsultationStatus, DeclineReason, ServiceKind, Urgency } from './consultation-status.ts';
import { transitionFor } from './consultation-transitions.ts';
import type { Transition, TransitionName } from './consultation-transitions.ts';
import { Invitation, latestInvitation } from './invitation.ts';
import { Opinion, disputedCategories, nextVersion } from './opinion.ts';
import type { OpinionText } from './opinion.ts';
import { blankFaults, characters } from './text.ts';
import { TimelineEntry } from './timeline-entry.ts';
import type { TimelineEvent } from './timeline-event.ts';

/** What a requester writes; the ids say for whom and where. */
export interface ConsultationDraft extends RequestContent {
  readonly id: string;
  readonly number: string;
  readonly institutionId: string;
  readonly requesterId: string;
  readonly patientId: string;
  readonly diseaseCode: string | null;
}

export type RequestChanges = Partial<RequestContent & { readonly diseaseCode: string | null }>;

export class Consultation {
  id: string;
  number: string;
  institutionId: string;
  /** The requester's practitioner id. */
  requesterId: string;
  patientId: string;
  kind: ServiceKind;
  status: ConsultationStatus;
  urgency: Urgency;
  specialty: string;
  diseaseCode: string | null;
  reason: string;
  summary: string;
  conclusion: string | null;
  respondBy: Date | null;
  createdAt: Date;
  updatedAt: Date;
  submittedAt: Date | null;
  approvedAt: Date | null;
  /** First acceptance: what the response clock is measured against. */
  assignedAt: Date | null;
  startedAt: Date | null;
  endedAt: Date | null;
  completedAt: Date | null;
  cancelledAt: Date | null;
  closeReason: CloseReason | null;
  consentWithdrawnAt: Date | null;
  version: number;
  invitations: Invitation[];
  opinions: Opinion[];
  timeline: TimelineEntry[];

  constructor(draft: ConsultationDraft, occasion: Occasion) {
    this.id = draft.id;
    this.number = draft.number;
    this.institutionId = draft.institutionId;
    this.requesterId = draft.requesterId;
    this.patientId = draft.patientId;
    this.kind = draft.kind;
    this.status = 'DRAFT';
    this.urgency = draft.urgency;
    this.specialty = draft.specialty;
    this.diseaseCode = draft.diseaseCode;
    this.reason = draft.reason;
    this.summary = draft.summary;
    this.conclusion = null;
    this.respondBy = null;
    this.createdAt = occasion.now;
    this.updatedAt = occasion.now;
    this.submittedAt = null;
    this.approvedAt = null;
    this.assignedAt = null;
    this.startedAt = null;
    this.endedAt = null;
    this.completedAt = null;
    this.cancelledAt = null;
    this.closeReason = null;
    this.consentWithdrawnAt = null;
    this.version = 1;
    this.invitations = [];
    this.opinions = [];
    this.timeline = [];
    this.record('consultation.created', occasion);
  }

  /** A page saves as one types: texts that the same hand mends again are no further line of the timeline. */
  update(changes: RequestChanges, occasion: Occasion): void {
    const { event } = this.require('UPDATE', occasion);
    if (!this.goesOnMending(changes, occasion)) this.record(event, occasion);
    this.updatedAt = occasion.now;
    this.kind = changes.kind ?? this.kind;
    this.urgency = changes.urgency ?? this.urgency;
    this.specialty = changes.specialty ?? this.specialty;
    this.reason = changes.reason ?? this.reason;
    this.summary = changes.summary ?? this.summary;
    if (changes.diseaseCode !== undefined) this.diseaseCode = changes.diseaseCode;
  }

  submit(facts: RequestFacts, occasion: Occasion): void {
    this.require('SUBMIT', occasion);
    const missing = missingItems(this, facts);
    if (missing.length > 0) throw new IncompleteRequest(missing);
    this.move('SUBMIT', occasion);
    this.submittedAt = occasion.now;
    if (facts.consentInForce) this.consentWithdrawnAt = null;
  }

  /** The response clock starts at approval and is stored as a deadline. */
  approve(respondBy: Date, occasion: Occasion): void {
    this.move('APPROVE', occasion);
    this.approvedAt = occasion.now;
    this.respondBy = respondBy;
  }

  return(occasion: Occasion): void {
    this.move('RETURN', occasion);
  }

  /** Asks more experts; the requester cannot answer the own request, and nobody is asked twice at once. */
  invite(expertIds: readonly string[], respondBy: Date, occasion: Occasion): Invitation[] {
    this.require('INVITE', occasion);
    const asked = [...new Set(expertIds)];
    this.refuseUnfit(asked);
    this.move('INVITE', occasion);
    const added = asked.map((expertId) => new Invitation(this.row, { expertId, respondBy }, occasion));
    this.invitations.push(...added);
    return added;
  }

  /** The first acceptance assigns the consultation; but for a multidisciplinary one it takes the only seat. */
  accept(expertId: string, occasion: Occasion): void {
    const invitation = this.answerable(expertId);
    this.move('ACCEPT', occasion);
    invitation.accept(occasion.now);
    this.assignedAt ??= occasion.now;
    if (this.kind !== 'MULTIDISCIPLINARY') this.withdrawRequested();
  }

  decline(expertId: string, reason: DeclineReason, occasion: Occasion): void {
    if (reason === 'OTHER') requireNote(occasion, 'Say in the note why you decline, or choose another reason.');
    const invitation = this.answerable(expertId);
    this.move('DECLINE', occasion);
    invitation.decline(reason, occasion);
  }

  /** A timer's doing; answers false when the invitation was answered in time, so that firing again does nothing. */
  expireInvitation(invitationId: string, occasion: Occasion): boolean {
    const invitation = this.invitations.find(({ id }) => id === invitationId);
    if (invitation?.status !== 'REQUESTED') return false;
    this.move('EXPIRE', { ...occasion, by: system });
    invitation.expire();
    return true;
  }

  /** Approved, somebody was asked, and nobody is left who might answer. */
  get unanswered(): boolean {
    return this.status === 'PENDING' && this.invitations.length > 0 && !this.invitations.some(({ open }) => open);
  }

  /** Puts an unanswered request back before the coordinator; it never just vanishes. */
  reopen(occasion: Occasion): boolean {
    if (!this.unanswered) return false;
    this.move('REOPEN', { ...occasion, by: system });
    return true;
  }

  /** Tells the coordinator, once, that nobody has accepted in time; answers false when there is nothing to tell. */
  escalate(occasion: Occasion): boolean {
    const told = this.timeline.some(({ event }) => event === 'consultation.escalated');
    if (told || this.respondBy === null || this.respondBy > occasion.now || this.status !== 'PENDING') return false;
    this.move('ESCALATE', { ...occasion, by: system });
    return true;
  }

  start(occasion: Occasion): void {
    this.move('START', occasion);
    this.startedAt = occasion.now;
  }

  interrupt(occasion: Occasion): void {
    this.move('INTERRUPT', occasion);
  }

  resume(occasion: Occasion): void {
    this.move('RESUME', occasion);
  }

  /** Opinions fall due. */
  end(occasion: Occasion): void {
    this.move('END', occasion);
    this.endedAt = occasion.now;
  }

  signOpinion(expertId: string, text: OpinionText, occasion: Occasion): Opinion {
    this.requireAccepted(expertId);
    this.require('SIGN_OPINION', occasion);
    const opinion = this.opinionOf(expertId, text, occasion);
    this.move('SIGN_OPINION', occasion);
    this.opinions.push(opinion);
    return opinion;
  }

  /** The requester concludes and is liable; opinions that disagree stay on record as unresolved. */
  complete(conclusion: string, occasion: Occasion): void {
    this.require('COMPLETE', occasion);
    requireText('conclusion', conclusion);
    this.move('COMPLETE', { ...occasion, note: noteOfDispute(disputedCategories(this.opinions), occasion.note) });
    this.conclusion = conclusion;
    this.completedAt = occasion.now;
    this.withdrawRequested();
  }

  /** Before acceptance by the requester, afterwards by the coordinator, who says why. */
  cancel(closeReason: CloseReason | null, occasion: Occasion): void {
    const { by } = this.require('CANCEL', occasion);
    if (by.includes('coordinator')) requireNote(occasion, 'Say in the note why it is cancelled after acceptance.');
    const interrupted = this.status === 'INTERRUPTED';
    this.move('CANCEL', occasion);
    this.closeReason = by.includes('requester') ? 'REQUESTER' : (closeReason ?? (interrupted ? 'INTERRUPTED' : null));
    this.cancelledAt = occasion.now;
    this.withdrawRequested();
  }

  /** A completed consultation is not reopened: the expert's opinion gets a new version beside the old. */
  amendOpinion(expertId: string, text: OpinionText, occasion: Occasion): Opinion {
    this.requireAccepted(expertId);
    this.require('AMEND', occasion);
    const opinion = this.opinionOf(expertId, text, occasion);
    this.move('AMEND', occasion);
    this.opinions.push(opinion);
    return opinion;
  }

  /** The requester adds to the conclusion; what was concluded stays readable above it. */
  amendConclusion(addition: string, occasion: Occasion): void {
    this.require('AMEND', occasion);
    requireText('conclusion', addition);
    this.move('AMEND', occasion);
    this.conclusion = `${this.conclusion ?? ''}\n\n[补充 ${occasion.now.toISOString()}] ${addition}`;
  }

  /** Stops what follows, not what was: experts lose sight of the case, and the timeline says since when. */
  markConsentWithdrawn(occasion: Occasion): void {
    if (this.consentWithdrawnAt !== null) return;
    this.consentWithdrawnAt = occasion.now;
    this.updatedAt = occasion.now;
    this.record('consultation.consent-withdrawn', occasion);
  }

  /** A new consent was signed: experts see the case again. */
  markConsentRenewed(occasion: Occasion): void {
    if (this.consentWithdrawnAt === null) return;
    this.consentWithdrawnAt = null;
    this.updatedAt = occasion.now;
    this.record('consultation.consent-renewed', occasion);
  }

  /** Waits for a first acceptance beyond its deadline. */
  overdue(now: Date): boolean {
    return this.status === 'PENDING' && this.late(now);
  }

  /** For the indicators: accepted, or given up unanswered, after the deadline. */
  late(now: Date): boolean {
    return this.respondBy !== null && (this.assignedAt ?? this.cancelledAt ?? now) > this.respondBy;
  }

  /** What the queue looks at is always told of. */
  private goesOnMending({ kind, urgency, specialty }: RequestChanges, { by, note }: Occasion): boolean {
    const last = this.timeline.at(-1);
    const mended = last?.event === 'consultation.updated' && last.by === by.practitionerId && note === null;
    return (
      mended &&
      (kind ?? this.kind) === this.kind &&
      (urgency ?? this.urgency) === this.urgency &&
      (specialty ?? this.specialty) === this.specialty
    );
  }

  private get row(): CaseRow {
    return { consultationId: this.id, patientId: this.patientId, institutionId: this.institutionId };
  }

  private require(action: TransitionName, { by }: Occasion): Transition {
    const transition = transitionFor(action, this, by.kinds);
    if (transition === undefined) throw new IllegalTransition(action, this, by.kinds);
    return transition;
  }

  private move(action: TransitionName, occasion: Occasion): void {
    const { to, event } = this.require(action, occasion);
    if (to !== 'STAYS') this.status = to;
    this.updatedAt = occasion.now;
    this.record(event, occasion);
  }

  private record(event: TimelineEvent, occasion: Occasion): void {
    this.timeline.push(new TimelineEntry(this.row, event, occasion));
  }

  /** The expert's invitation if it still waits for an answer; otherwise says why there is nothing to answer. */
  private answerable(expertId: string): Invitation {
    const invitation = latestInvitation(this.invitations, expertId);
    if (invitation === undefined) throw new Forbidden('You are not invited to this consultation.');
    if (invitation.status === 'REQUESTED') return invitation;
    const first = this.invitations.find(({ status }) => status === 'ACCEPTED');
    if (invitation.status === 'WITHDRAWN' && first !== undefined) throw new AlreadyAccepted(first, this.status);
    throw new InvitationClosed(invitation.status, this.status);
  }

  private refuseUnfit(expertIds: readonly string[]): void {
    const fault = (message: string) => new BadUserInput([{ path: 'expertIds', message }]);
    if (expertIds.length === 0) throw fault('Name at least one expert; matchExperts proposes some.');
    if (expertIds.includes(this.requesterId)) throw fault('The requester cannot answer the own request: ask another.');
    const open = expertIds.filter((expertId) => latestInvitation(this.invitations, expertId)?.open);
    if (open.length > 0) throw new AlreadyInvited(open, this.status);
  }

  private requireAccepted(expertId: string): void {
    if (latestInvitation(this.invitations, expertId)?.status === 'ACCEPTED') return;
    throw new Forbidden('Only an expert who accepted the invitation signs an opinion: accept it first.');
  }

  private opinionOf(expertId: string, text: OpinionText, occasion: Occasion): Opinion {
    const version = nextVersion(this.opinions, expertId);
    return new Opinion(this.row, { ...text, expertId, version }, occasion);
  }

  private withdrawRequested(): void {
    for (const invitation of this.invitations) if (invitation.status === 'REQUESTED') invitation.withdraw();
  }
}

function requireNote({ note }: Occasion, message: string): void {
  if (characters(note ?? '') === 0) throw new BadUserInput([{ path: 'note', message }]);
}

function requireText(path: string, text: string): void {
  const faults = blankFaults({ [path]: text });
  if (faults.length > 0) throw new BadUserInput(faults);
}

function noteOfDispute(categories: readonly string[], note: string | null): string | null {
  if (categories.length === 0) return note;
  const dispute = `专家意见不一致，未决：${categories.join(' / ')}`;
  return note === null ? dispute : `${note}（${dispute}）`;
}
