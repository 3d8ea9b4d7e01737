/** Puts the demo experts into the tables; those who are there already stay as they are. */
import { dayOf, daysBefore } from '@huizhen/schema/demo-time';
import { Expert } from '../domain/expert.ts';
import { expertsInMemory } from '../memory/experts-in-memory.ts';
import type { ExpertsContext } from '../store/experts.store.ts';
import { demoExperts, type DemoExpert } from './demo-experts.ts';

/** As many earlier answers as make the average weigh something against new ones. */
const EARLIER_RESPONSES = 20;

export async function addDemoExperts(context: ExpertsContext, now: Date): Promise<void> {
  const everybody = demoExperts();
  const added = await context.transact(async (unit) => {
    const known = await unit.experts.knownAmong(everybody.map(({ id }) => id));
    const missing = everybody.filter(({ id }) => !known.has(id));
    if (missing.length === 0) return [];
    await unit.experts.addAll(missing.map((one) => expertOf(one, now)));
    const expertIds = missing.map(({ id }) => id);
    unit.events.publish('expert.changed', { expertIds });
    return expertIds;
  });
  await expertsInMemory(context).refresh(context, added);
}

function expertOf(
  { practitionerId, schedule, averageResponseMinutes, yearsOfExperience, ...one }: DemoExpert,
  now: Date,
) {
  return Object.assign(new Expert(), {
    id: practitionerId,
    institutionId: one.institutionId,
    title: one.title,
    specialties: [...one.specialties],
    expertise: [...one.expertise],
    // The same as the practitioner's in the directory.
    practiceStartedOn: dayOf(daysBefore(now, Math.round(yearsOfExperience * 365.25) + 60)),
    dutyHours: schedule,
    online: one.online,
    presenceChangedAt: one.online ? now : null,
    earlierResponses: averageResponseMinutes === null ? 0 : EARLIER_RESPONSES,
    earlierResponseMinutes: averageResponseMinutes ?? 0,
  });
}
