/** The live queue: first everything in it, then each consultation that enters, changes or leaves, nothing missed and nothing twice. */
import { decodeCursor, encodeCursor, type Cursor } from '@huizhen/platform/events/cursor';
import type { ConsultationTransition } from '@huizhen/schema/events';
import { Consultation } from '../domain/consultation.ts';
import type { QueueFilter } from '../domain/queue.ts';
import { factsIn, queueChangeFor } from './queue-change-for.ts';
import { revive } from '../store/revive.ts';
import type { ConsultationsContext } from '../store/consultations.store.ts';
import { consultationEvents } from './consultation-events.ts';
import { Exposures } from './exposures.ts';
import { shownNow, type Watch } from './shown-now.ts';

/** A snapshot holds at most these, the oldest; `waiting` counts them all. Twice what a province has on its worst day. */
export const SNAPSHOT_MOST = 10_000;

export interface QueueEvent {
  readonly cursor: string;
  readonly kind: 'SNAPSHOT' | 'ENTERED' | 'CHANGED' | 'LEFT';
  readonly consultations: readonly Consultation[];
  readonly filter: QueueFilter;
}

export interface Watching {
  readonly filter: QueueFilter;
  readonly after?: string | null | undefined;
}

export async function followQueue(
  context: ConsultationsContext,
  { filter, after }: Watching,
): Promise<AsyncIterable<QueueEvent>> {
  context.signedIn();
  const watch = { name: 'consultation.watch-queue', exposures: new Exposures() };
  if (after) return changesAfter(context, { from: decodeCursor(after), filter, watch });
  const { from, consultations } = await snapshotOf(context, filter, watch);
  const first: QueueEvent = { cursor: encodeCursor(from), kind: 'SNAPSHOT', consultations, filter };
  return beginningWith(first, changesAfter(context, { from, filter, watch }));
}

async function snapshotOf(context: ConsultationsContext, filter: QueueFilter, watch: Watch) {
  const viewer = context.signedIn();
  let from: Cursor = { position: 0n, seen: [] };
  const consultations = await shownNow(context, watch, async ({ cases }) => {
    const { position, unsequenced, ids } = await cases.snapshot(viewer, filter, SNAPSHOT_MOST);
    from = { position, seen: unsequenced };
    return ids;
  });
  return { from, consultations };
}

async function* beginningWith(first: QueueEvent, rest: AsyncGenerator<QueueEvent>): AsyncGenerator<QueueEvent> {
  yield first;
  yield* rest;
}

interface Resumption {
  readonly from: Cursor;
  readonly filter: QueueFilter;
  readonly watch: Watch;
}

async function* changesAfter(
  context: ConsultationsContext,
  { from, filter, watch }: Resumption,
): AsyncGenerator<QueueEvent> {
  const viewer = context.signedIn();
  for await (const events of consultationEvents(context, from)) {
    const changes = events.flatMap(({ cursor, event, transition }) => {
      const kind = queueChangeFor(viewer, filter, { event, transition });
      return kind === null ? [] : [{ cursor, kind, transition }];
    });
    if (changes.length === 0) continue;
    const ids = new Set(changes.map(({ transition }) => transition.consultationId));
    const shown = await shownNow(context, watch, async () => [...ids]);
    for (const { cursor, kind, transition } of changes) {
      const consultation = shown.find(({ id }) => id === transition.consultationId);
      if (consultation) yield { cursor, kind, consultations: [asOf(consultation, transition.after)], filter };
    }
  }
}

/** In the state that the change led to, even when it is further on by now: what has LEFT must not show as CHANGED before. */
function asOf(consultation: Consultation, facts: ConsultationTransition['after']): Consultation {
  return revive(Consultation, { ...consultation, ...factsIn(facts) });
}
