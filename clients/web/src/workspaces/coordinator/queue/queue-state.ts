/** The queue as events have told it so far. */
import type { QueueSubscription } from './queue.graphql.ts';

export type QueueEvent = QueueSubscription['consultationQueue'];
export type QueueRow = QueueEvent['consultations'][number];

export interface QueueState {
  /** False until the first event: nothing is known yet, which is not the same as nothing there. */
  readonly known: boolean;
  readonly rows: ReadonlyMap<string, QueueRow>;
  /** What has just gone out, as it went: it may still be under somebody's eyes. */
  readonly gone: ReadonlyMap<string, QueueRow>;
  /** When each last changed before our eyes, by the device's clock. */
  readonly changedAt: ReadonlyMap<string, number>;
}

export const nothingYet: QueueState = { known: false, rows: new Map(), gone: new Map(), changedAt: new Map() };

/** A wall screen runs for weeks. */
const kept = 200;

export function queueAfter(state: QueueState, { kind, consultations }: QueueEvent, now: number): QueueState {
  const told = new Map(consultations.map((row): [string, QueueRow] => [row.id, withPatient(row, state)]));
  if (kind === 'SNAPSHOT') return { known: true, rows: told, gone: new Map(), changedAt: new Map() };
  const stamps = [...told.keys()].map((id): [string, number] => [id, now]);
  const changedAt = new Map([...[...state.changedAt].filter(([id]) => !told.has(id)), ...stamps].slice(-kept));
  if (kind === 'LEFT') {
    const rows = new Map([...state.rows].filter(([id]) => !told.has(id)));
    return { known: true, rows, gone: new Map([...state.gone, ...told].slice(-kept)), changedAt };
  }
  return { known: true, rows: new Map([...state.rows, ...told]), gone: state.gone, changedAt };
}

/** An event comes without its patient while patients cannot be read; who they are was known before, as a rule. */
function withPatient(row: QueueRow, { rows }: QueueState): QueueRow {
  return row.patient ? row : { ...row, patient: rows.get(row.id)?.patient ?? null };
}
