/** From sealed rows to the domain's objects and back. */
import type { PatientCipher } from '@huizhen/platform/subgraph/unit-keys';
import { Consultation } from '../domain/consultation.ts';
import { Invitation } from '../domain/invitation.ts';
import { Opinion } from '../domain/opinion.ts';
import { TimelineEntry } from '../domain/timeline-entry.ts';
import type { ConsultationRow, InvitationRow, OpinionRow, TimelineRow } from './consultation.rows.ts';
import { revive, type StateOf } from './revive.ts';

type ConsultationState = Omit<StateOf<Consultation>, 'unanswered'>;
type InvitationState = Omit<StateOf<Invitation>, 'open'>;
/** Rows and objects are copied field by field, so only their fields are asked for. */
type Fields<T> = { readonly [K in keyof T]: T[K] };
export type Parts = Pick<Consultation, 'invitations' | 'opinions' | 'timeline'>;

export function consultationOf(row: Fields<ConsultationRow>, parts: Parts, cipher: PatientCipher): Consultation {
  const open = opener(cipher, 'consultations', row.id);
  const state: ConsultationState = {
    ...row,
    reason: open('reason', row.reason),
    summary: open('summary', row.summary),
    conclusion: openOptional(open, 'conclusion', row.conclusion),
    ...parts,
  };
  return revive(Consultation, state);
}

/** To be read only: its texts are opened when they are asked for, which a list seldom does. */
export function shownConsultationOf(
  { reason, summary, conclusion, ...row }: Fields<ConsultationRow>,
  parts: Parts,
  cipher: PatientCipher,
): Consultation {
  const open = opener(cipher, 'consultations', row.id);
  const state: ConsultationState = {
    ...row,
    get reason() {
      return open('reason', reason);
    },
    get summary() {
      return open('summary', summary);
    },
    get conclusion() {
      return openOptional(open, 'conclusion', conclusion);
    },
    ...parts,
  };
  return revive(Consultation, state);
}

export function rowOfConsultation(consultation: ConsultationState, cipher: PatientCipher): ConsultationRow {
  const { invitations: _invitations, opinions: _opinions, timeline: _timeline, ...state } = consultation;
  const seal = (column: string, text: string) => cipher.seal('consultations', column, consultation.id, text);
  const { reason, summary, conclusion } = consultation;
  return {
    ...state,
    reason: seal('reason', reason),
    summary: seal('summary', summary),
    conclusion: conclusion === null ? null : seal('conclusion', conclusion),
  };
}

export function invitationOf(row: Fields<InvitationRow>, cipher: PatientCipher): Invitation {
  const open = opener(cipher, 'invitations', row.id);
  const state: InvitationState = { ...row, declineNote: openOptional(open, 'decline_note', row.declineNote) };
  return revive(Invitation, state);
}

export function rowOfInvitation(invitation: InvitationState, cipher: PatientCipher): InvitationRow {
  const { declineNote, id } = invitation;
  const sealed = declineNote === null ? null : cipher.seal('invitations', 'decline_note', id, declineNote);
  return { ...invitation, declineNote: sealed };
}

export function opinionOf(row: Fields<OpinionRow>, cipher: PatientCipher): Opinion {
  const open = opener(cipher, 'opinions', row.id);
  const state: StateOf<Opinion> = {
    ...row,
    diagnosis: open('diagnosis', row.diagnosis),
    advice: open('advice', row.advice),
  };
  return revive(Opinion, state);
}

export function rowOfOpinion(opinion: StateOf<Opinion>, cipher: PatientCipher): OpinionRow {
  const seal = (column: string, text: string) => cipher.seal('opinions', column, opinion.id, text);
  return { ...opinion, diagnosis: seal('diagnosis', opinion.diagnosis), advice: seal('advice', opinion.advice) };
}

export function timelineEntryOf(
  { ordinal: _ordinal, ...row }: Fields<TimelineRow>,
  cipher: PatientCipher,
): TimelineEntry {
  const open = opener(cipher, 'timeline', row.id);
  const state: StateOf<TimelineEntry> = { ...row, note: openOptional(open, 'note', row.note) };
  return revive(TimelineEntry, state);
}

export function rowOfTimelineEntry(entry: StateOf<TimelineEntry>, ordinal: number, cipher: PatientCipher): TimelineRow {
  const note = entry.note === null ? null : cipher.seal('timeline', 'note', entry.id, entry.note);
  return { ...entry, note, ordinal };
}

type Open = (column: string, sealed: Buffer) => string;

function opener(cipher: PatientCipher, table: string, id: string): Open {
  return (column, sealed) => cipher.open(table, column, id, sealed);
}

function openOptional(open: Open, column: string, sealed: Buffer | null): string | null {
  return sealed === null ? null : open(column, sealed);
}
