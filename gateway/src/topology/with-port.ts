/** Settles PORT=0 on a free port before anything starts, because addresses that the platform hands out contain it. */
import { freePort } from '@huizhen/platform/database/free-port';
import type { PlatformSettings } from '../settings.ts';

export async function withPort(settings: PlatformSettings): Promise<PlatformSettings> {
  return settings.PORT === 0 ? { ...settings, PORT: await freePort() } : settings;
}
