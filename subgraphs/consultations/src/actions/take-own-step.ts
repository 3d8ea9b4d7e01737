/** What the subgraph does to a consultation by itself, from a timer or an event: load, change if there is something to change, record. */
import { system, type Occasion } from '../domain/actor.ts';
import type { Consultation } from '../domain/consultation.ts';
import type { ConsultationsContext, ConsultationsUnit } from '../store/consultations.store.ts';
import { saveAndRecord } from './record-change.ts';

export interface OwnStep {
  /** In the access log, such as 'consultation.expire-invitation'. */
  readonly name: string;
  readonly consultationId: string;
  readonly note?: string;
  /** Leaves the timeline as it was when there is nothing to do: so it may run any number of times. */
  readonly change: (consultation: Consultation, occasion: Occasion, unit: ConsultationsUnit) => unknown;
}

export function takeOwnStep(
  context: ConsultationsContext,
  { name, consultationId, note, change }: OwnStep,
): Promise<void> {
  return context.transact(async (unit) => {
    const loaded = await unit.consultations.toChange(consultationId);
    if (loaded === null) return;
    const now = await unit.databaseTime();
    const occasion = { now, by: system, note: note ?? null, newId: () => context.ids.next() };
    await change(loaded.consultation, occasion, unit);
    if (loaded.consultation.timeline.length > loaded.before.entries) await saveAndRecord(unit, name, loaded);
  });
}
