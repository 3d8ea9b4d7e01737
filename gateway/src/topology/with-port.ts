/** Settles the port before anything starts: a taken one is told at once, and PORT=0 becomes the number that addresses are made of. */
import { createServer } from 'node:http';
import { listen } from '@huizhen/platform/http/listen';
import type { PlatformSettings } from '../settings.ts';

/** Throws PortUnavailable. */
export async function withPort(settings: PlatformSettings): Promise<PlatformSettings> {
  const probe = await listen(createServer(), { host: settings.HOST, port: settings.PORT });
  await probe.close();
  return { ...settings, PORT: probe.port };
}
