/** Settings of imaging: where images lie, how large they may be, and under which address clients reach them. */
import { join } from 'node:path';
import { defineSettings, type SettingsOf } from '@huizhen/platform/config/settings';
import { z } from 'zod';

export const imagingSettings = defineSettings({
  DATA_DIR: {
    schema: z.string().default('.data'),
    about: 'Where the platform keeps its data; images lie in its folder "imaging".',
    example: '/var/lib/huizhen',
  },
  MAX_UPLOAD_MEGABYTES: {
    schema: z.coerce.number().min(1).max(65_536).default(2048),
    about: 'The largest single DICOM file that is stored, in megabytes; an upload may hold any number of them.',
    example: '2048',
  },
  PUBLIC_URL: {
    schema: z.url({ protocol: /^https?$/, error: 'must be an http:// or https:// address' }).optional(),
    about: 'The address of the platform as its clients see it; http://localhost:PORT without it.',
    example: 'https://huizhen.example.cn',
  },
  PORT: {
    schema: z.coerce.number('must be a number').int().min(0).max(65_535).default(4000),
    about: 'The port of the one endpoint.',
    example: '4000',
  },
});

export type ImagingSettings = SettingsOf<typeof imagingSettings>;

/** Without a slash at its end. */
export function publicUrl({ PUBLIC_URL, PORT }: ImagingSettings): string {
  return (PUBLIC_URL ?? `http://localhost:${PORT}`).replace(/\/+$/, '');
}

export function archiveDirectory({ DATA_DIR }: ImagingSettings): string {
  return join(DATA_DIR, 'imaging');
}
