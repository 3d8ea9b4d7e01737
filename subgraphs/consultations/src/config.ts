/** Settings of consultations: how long a first answer may take. */
import { defineSettings, type SettingsOf } from '@huizhen/platform/config/settings';
import { z } from 'zod';
import { defaultResponseClock } from './domain/response-clock.ts';
import type { ResponseClockSettings } from './domain/response-clock.ts';

const minutes = (fallback: number) => z.coerce.number().positive().max(10_080).default(fallback);

export const consultationsSettings = defineSettings({
  RESPONSE_MINUTES_CRITICAL: {
    schema: minutes(defaultResponseClock.minutes.CRITICAL),
    about: 'Minutes to the first answer of a critical consultation; fractions are allowed.',
    example: '5',
  },
  RESPONSE_MINUTES_URGENT: {
    schema: minutes(defaultResponseClock.minutes.URGENT),
    about: 'Minutes to the first answer of an urgent consultation; fractions are allowed.',
    example: '10',
  },
  RESPONSE_MINUTES_ROUTINE: {
    schema: minutes(defaultResponseClock.minutes.ROUTINE),
    about: 'Minutes to the first answer of a routine consultation; fractions are allowed.',
    example: '15',
  },
});

export type ConsultationsSettings = SettingsOf<typeof consultationsSettings>;

export function responseClockOf(settings: ConsultationsSettings): ResponseClockSettings {
  return {
    ...defaultResponseClock,
    minutes: {
      CRITICAL: settings.RESPONSE_MINUTES_CRITICAL,
      URGENT: settings.RESPONSE_MINUTES_URGENT,
      ROUTINE: settings.RESPONSE_MINUTES_ROUTINE,
    },
  };
}
