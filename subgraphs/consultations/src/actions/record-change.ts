/** A change goes to the access log and to the event log: one event for every new line of the timeline. */
import type { Consultation } from '../domain/consultation.ts';
import { transitionsSince } from './transitions-since.ts';
import type { ConsultationsUnit } from '../store/consultations.store.ts';
import type { Before, LoadedConsultation } from '../store/loaded-consultation.ts';

export async function saveAndRecord(
  unit: ConsultationsUnit,
  action: string,
  change: LoadedConsultation,
): Promise<void> {
  await unit.consultations.save(change);
  recordChange(unit, action, change);
}

export function recordChange(
  { audit, events }: ConsultationsUnit,
  action: string,
  { consultation, before }: { readonly consultation: Consultation; readonly before: Before | null },
): void {
  audit.record(action, consultation);
  const entries = consultation.timeline.slice(before?.entries ?? 0);
  for (const { event, transition } of transitionsSince(consultation, before?.facts ?? null, entries)) {
    events.publish(event, transition);
  }
}
