/** The way of every step on a consultation: load, allow, change, record; one transaction, which a retry does not repeat. */
import { allow } from '@huizhen/platform/access/allow';
import { anyOf } from '@huizhen/platform/access/decision';
import { z } from 'zod';
import type { Occasion } from '../domain/actor.ts';
import { actorFor, mayAct, mayRead } from '../domain/consultation-policy.ts';
import type { ConsultationAction } from '../domain/consultation-status.ts';
import type { Consultation } from '../domain/consultation.ts';
import type { ConsultationsContext, ConsultationsUnit } from '../store/consultations.store.ts';
import { loadForStep, loadShown } from './load-for-step.ts';
import { saveAndRecord } from './record-change.ts';

export interface StepInput {
  readonly consultationId: string;
  readonly note?: string | null | undefined;
  readonly idempotencyKey?: string | null | undefined;
}

export interface Step<Input extends StepInput> {
  /** In the command and access logs, such as 'consultation.submit'. */
  readonly name: string;
  readonly action: ConsultationAction;
  readonly input: Input;
  readonly change: (consultation: Consultation, occasion: Occasion, unit: ConsultationsUnit) => unknown;
}

const remembered = z.object({ id: z.uuid() });

export function takeStep<Input extends StepInput>(
  context: ConsultationsContext,
  step: Step<Input>,
): Promise<Consultation> {
  const { name, action, input } = step;
  const act = async (unit: ConsultationsUnit) => {
    const loaded = await loadForStep(context, unit, { name, action, consultationId: input.consultationId });
    await step.change(loaded.consultation, await occasionOf(context, unit, { ...step, ...loaded }), unit);
    await saveAndRecord(unit, name, loaded);
    return loaded.consultation;
  };
  const again = async (unit: ConsultationsUnit, { id }: z.infer<typeof remembered>) => {
    const { consultation } = await loadShown(context, unit, { name, action, consultationId: id });
    allow(
      anyOf(mayRead(context.viewer, consultation), mayAct(context.viewer, consultation, action)),
      name,
      consultation,
    );
    unit.audit.read(name, [consultation]);
    return consultation;
  };
  return context.once({ name, input }, { act, remember: ({ id }) => ({ id }), remembered, again });
}

async function occasionOf(
  context: ConsultationsContext,
  unit: ConsultationsUnit,
  { consultation, input }: { readonly consultation: Consultation; readonly input: StepInput },
): Promise<Occasion> {
  const by = actorFor(context.signedIn(), consultation);
  return { now: await unit.databaseTime(), by, note: noteOf(input), newId: () => context.ids.next() };
}

function noteOf({ note }: StepInput): string | null {
  const written = note?.trim() ?? '';
  return written === '' ? null : written;
}
