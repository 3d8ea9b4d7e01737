/** Settings of the directory: how people sign in and for how long. */
import { defineSettings, type SettingsOf } from '@huizhen/platform/config/settings';
import { z } from 'zod';

export const directorySettings = defineSettings({
  SESSION_DAYS: {
    schema: z.coerce.number().min(1).max(90).default(14),
    about: 'How long somebody stays signed in without signing in again, in days.',
    example: '14',
  },
  SECOND_FACTOR: {
    schema: z.enum(['required', 'optional']).default('required'),
    about: 'Whether staff need a one-time code besides the password; demo mode makes it optional.',
    example: 'required',
  },
  BOOTSTRAP_ADMIN_PASSWORD: {
    schema: z.string().min(12, 'must have at least 12 characters').optional(),
    about:
      'Creates the account "admin" when there is no account at all; to be changed at the first sign-in. Unused in demo mode.',
    example: 'a long passphrase of your own',
  },
});

export type DirectorySettings = SettingsOf<typeof directorySettings>;
