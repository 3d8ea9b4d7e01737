/** Settings of the experts: how long what is in memory is trusted. */
import { defineSettings, type SettingsOf } from '@huizhen/platform/config/settings';
import { z } from 'zod';

export const expertsSettings = defineSettings({
  EXPERTS_RELOAD_MINUTES: {
    schema: z.coerce.number().min(1).max(60).default(5),
    about: 'How often the experts in memory are read anew, so that duty hours and weekly counts move on, in minutes.',
    example: '5',
  },
});

export type ExpertsSettings = SettingsOf<typeof expertsSettings>;
