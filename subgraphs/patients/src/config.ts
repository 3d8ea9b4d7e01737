/** Settings of the patients subgraph. */
import { defineSettings, type SettingsOf } from '@huizhen/platform/config/settings';
import { z } from 'zod';

export const patientsSettings = defineSettings({
  CONSENT_TEXT_VERSION: {
    schema: z.string().min(1).max(40).default('2026-01'),
    about: 'The version of the consent text that patients sign today; kept with every consent.',
    example: '2026-01',
  },
});

export type PatientsSettings = SettingsOf<typeof patientsSettings>;
