/** Fills an empty database with the demo consultations, played through the domain, so that timeline and events are right. */
import type { ActAs } from '@huizhen/platform/subgraph/define-subgraph';
import { recordChange } from '../actions/record-change.ts';
import { codeOfInstitution } from '../queries/peer-facts.ts';
import type { ConsultationsContext } from '../store/consultations.store.ts';
import { demoConsultations, type DemoConsultation } from './demo-consultations.ts';
import { lookAtConsultation } from './look-at-consultation.ts';
import { playDemoConsultation } from './play-demo-consultation.ts';

/** No timers are set: the demo stays as it was told, however long it runs. Those already there are left alone. */
export async function addDemoConsultations(
  context: ConsultationsContext,
  now: Date,
  as: ActAs<ConsultationsContext>,
): Promise<void> {
  const all = demoConsultations(now);
  const there = await context.transact(({ consultations }) => consultations.byIds(all.map(({ id }) => id)));
  const known = new Set(there.map(({ id }) => id));
  for (const demo of all) if (!known.has(demo.id)) await addDemoConsultation(context, demo);
  if (known.size === 0) await lookAtConsultation(all, as);
}

async function addDemoConsultation(context: ConsultationsContext, demo: DemoConsultation): Promise<void> {
  const { institutionId, createdAt } = demo;
  const code = await codeOfInstitution(context, institutionId);
  if (code === null) throw new Error('The demo’s institutions are missing: load the directory’s demo data first.');
  await context.transact(async (unit) => {
    const number = await unit.numbers.next({ id: institutionId, code }, createdAt);
    const consultation = playDemoConsultation(demo, number, () => context.ids.next());
    await unit.consultations.add(consultation);
    recordChange(unit, 'consultation.add-demo', { consultation, before: null });
  });
}
