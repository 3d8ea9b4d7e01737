/** What an expert has to do, as events have told it so far, laid out by what each waits for. */
import type { DeskRowFragment, ExpertDeskSubscription } from './desk.graphql.ts';

export type DeskRow = DeskRowFragment;
export type DeskEvent = ExpertDeskSubscription['consultationQueue'];
export type Invitation = DeskRow['invitations'][number];

export interface DeskState {
  /** False until the first event: nothing is known yet, which is not the same as nothing there. */
  readonly known: boolean;
  readonly rows: ReadonlyMap<string, DeskRow>;
}

export const nothingYet: DeskState = { known: false, rows: new Map() };

export function deskAfter({ rows }: DeskState, { kind, consultations }: DeskEvent): DeskState {
  const told = new Map(consultations.map((row): [string, DeskRow] => [row.id, row]));
  if (kind === 'SNAPSHOT') return { known: true, rows: told };
  if (kind === 'LEFT') return { known: true, rows: new Map([...rows].filter(([id]) => !told.has(id))) };
  return { known: true, rows: new Map([...rows, ...told]) };
}

/** Somebody else was first, it was taken back, or its time is over: what is out of sight has no event of its own. */
export function deskWithout({ known, rows }: DeskState, id: string): DeskState {
  return { known, rows: new Map([...rows].filter(([kept]) => kept !== id)) };
}

export const deskSections = ['SESSION', 'OPINION', 'SIGNED'] as const;
export type DeskSection = (typeof deskSections)[number];

export interface Asked {
  readonly row: DeskRow;
  readonly invitation: Invitation;
}

export interface LaidOutDesk {
  /** Most urgent by the clock first. */
  readonly asked: readonly Asked[];
  readonly taken: Readonly<Record<DeskSection, readonly DeskRow[]>>;
}

export function layOutDesk({ rows }: DeskState, myId: string): LaidOutDesk {
  const asked: Asked[] = [];
  const taken: Record<DeskSection, DeskRow[]> = { SESSION: [], OPINION: [], SIGNED: [] };
  for (const row of rows.values()) {
    const invitation = openInvitationOf(row, myId);
    if (invitation?.status === 'REQUESTED') asked.push({ row, invitation });
    if (invitation?.status === 'ACCEPTED') taken[sectionOf(row, myId)].push(row);
  }
  const byClock = (one: Asked, other: Asked) => one.invitation.respondBy.localeCompare(other.invitation.respondBy);
  return { asked: asked.toSorted(byClock), taken };
}

/** Asked again after declining, one has two; the open one counts. */
export function openInvitationOf<Asking extends { readonly status: string; readonly expert: { readonly id: string } }>(
  { invitations }: { readonly invitations: readonly Asking[] },
  myId: string,
): Asking | undefined {
  return invitations.find(
    ({ status, expert }) => expert.id === myId && (status === 'REQUESTED' || status === 'ACCEPTED'),
  );
}

function sectionOf({ status, opinions }: DeskRow, myId: string): DeskSection {
  if (status !== 'AWAITING_OPINION') return 'SESSION';
  return opinions.some(({ expert }) => expert.id === myId) ? 'SIGNED' : 'OPINION';
}
