/** Consultations and their timelines by id, many at once, each read recorded once an operation. */
import { inOrderOf, loader } from '@huizhen/platform/subgraph/loader';
import { auditedId } from '../domain/audited-id.ts';
import { mayRead } from '../domain/consultation-policy.ts';
import type { QueueFilter } from '../domain/queue.ts';
import type { ConsultationsContext } from '../store/consultations.store.ts';

/** null for what is not there and for what is not the viewer's; both are recorded as refused. */
export const consultationById = loader((context: ConsultationsContext, ids: readonly string[]) =>
  context.read(async ({ consultations, audit }) => {
    const loaded = await consultations.byIds(ids);
    const shown = loaded.filter((consultation) => mayRead(context.viewer, consultation).allowed);
    audit.read('consultation.read', shown);
    const missing = ids.filter((id) => !shown.some((consultation) => consultation.id === id));
    const because = 'no such consultation, or not theirs to see';
    if (missing.length > 0)
      audit.deny(
        'consultation.read',
        missing.map((id) => ({ id: auditedId(id), patientId: null })),
        because,
      );
    return inOrderOf(ids, shown, ({ id }) => id);
  }),
);

/** Of consultations that the operation has been shown; row-level security keeps the rest back. */
export const timelineOf = loader((context: ConsultationsContext, ids: readonly string[]) =>
  context.read(({ consultations }) => consultations.timelinesOf(ids)),
);

export const timelineEntryById = loader((context: ConsultationsContext, ids: readonly string[]) =>
  context.read(async ({ consultations }) => inOrderOf(ids, await consultations.timelineEntries(ids), ({ id }) => id)),
);

/** The database's clock, asked once an operation. */
const times = new WeakMap<ConsultationsContext, Promise<Date>>();
export function databaseTime(context: ConsultationsContext): Promise<Date> {
  const known = times.get(context) ?? context.read((unit) => unit.databaseTime());
  times.set(context, known);
  return known;
}

/** How many wait in a queue, counted once an event however many fields ask. */
const waits = new WeakMap<object, Promise<{ readonly waiting: number; readonly seconds: number }>>();
export function waitingIn(context: ConsultationsContext, event: { readonly filter: QueueFilter }) {
  const known = waits.get(event) ?? context.read(({ cases }) => cases.waiting(context.signedIn(), event.filter));
  waits.set(event, known);
  return known;
}
