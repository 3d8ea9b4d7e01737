/** Every change of one consultation, for whom the policy shows it; asked again at each change. */
import { deny } from '@huizhen/platform/access/decision';
import { decodeCursor, encodeCursor, type Cursor } from '@huizhen/platform/events/cursor';
import { StreamOpened } from '@huizhen/platform/subgraph/stream-opened';
import { allowRecorded } from './allow-recorded.ts';
import { auditedId } from '../domain/audited-id.ts';
import type { Consultation } from '../domain/consultation.ts';
import type { ConsultationsContext } from '../store/consultations.store.ts';
import { consultationEvents } from './consultation-events.ts';
import { Exposures } from './exposures.ts';
import { shownNow, type Watch } from './shown-now.ts';

export interface ConsultationChange {
  readonly cursor: string;
  readonly at: Date;
  /** As it stands now, which may be further on than the change. */
  readonly consultation: Consultation;
  readonly timelineEntryId: string;
}

export interface Following {
  readonly id: string;
  readonly after?: string | null | undefined;
}

const invisible = deny('NOT_FOUND', 'no such consultation, or not theirs to see');

export async function followConsultation(
  context: ConsultationsContext,
  { id, after }: Following,
): Promise<AsyncIterable<ConsultationChange | StreamOpened>> {
  context.signedIn();
  // The place in the log comes first: what happens while the consultation is looked at is not missed.
  const from = after ? decodeCursor(after) : await fromNowOn(context);
  const watch = { name: 'consultation.follow', exposures: new Exposures() };
  await consultationNow(context, watch, id);
  return changesOf(context, { id, from, watch });
}

async function fromNowOn(context: ConsultationsContext): Promise<Cursor> {
  const { position, unsequenced } = await context.transact(({ cases }) => cases.placeInLog());
  return { position, seen: unsequenced };
}

async function* changesOf(
  context: ConsultationsContext,
  { id, from, watch }: { readonly id: string; readonly from: Cursor; readonly watch: Watch },
): AsyncGenerator<ConsultationChange | StreamOpened> {
  yield new StreamOpened(encodeCursor(from));
  for await (const events of consultationEvents(context, from)) {
    const own = events.filter(({ transition }) => transition.consultationId === id);
    if (own.length === 0) continue;
    const consultation = await consultationNow(context, watch, id);
    for (const { cursor, at, transition } of own)
      yield { cursor, at, consultation, timelineEntryId: transition.timelineEntryId };
  }
}

/** Ends the stream with the refusal when the viewer may not, or no longer, see it. */
async function consultationNow(context: ConsultationsContext, watch: Watch, id: string): Promise<Consultation> {
  for (const consultation of await shownNow(context, watch, async () => [id])) return consultation;
  await allowRecorded(context, invisible, { name: watch.name, id: auditedId(id), patientId: null });
  throw new Error('A refusal was let through.');
}
