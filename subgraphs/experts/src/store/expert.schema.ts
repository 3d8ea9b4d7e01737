/** How an expert lies in the table. */
import { defineEntity, p } from '@mikro-orm/core';
import { Expert } from '../domain/expert.ts';

export const expertSchema = defineEntity({
  class: Expert,
  tableName: 'experts',
  properties: {
    id: p.uuid().primary(),
    institutionId: p.uuid(),
    title: p.text().$type<Expert['title']>(),
    specialties: p.array(),
    expertise: p.array(),
    practiceStartedOn: p.date(),
    dutyHours: p.json().$type<Expert['dutyHours']>(),
    online: p.boolean(),
    presenceChangedAt: p.datetime().nullable(),
    earlierResponses: p.integer(),
    earlierResponseMinutes: p.double(),
  },
});
