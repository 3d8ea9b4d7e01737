/** One more gateway, with subgraphs of its own, on the database and keys of a clinic, as behind a load balancer. */
import { parseSettings } from '@huizhen/platform/config/settings';
import { platformSettings } from '@huizhen/gateway/settings';
import { startInProcess } from '@huizhen/gateway/topology/in-process';
import type { Clinic } from './clinic.ts';

export interface SecondPlatform {
  readonly url: string;
  stop(): Promise<void>;
}

export async function openSecondPlatform({ environment }: Clinic): Promise<SecondPlatform> {
  const settings = parseSettings(platformSettings, environment);
  const platform = await startInProcess(settings, { ...process.env, ...environment });
  return { url: `http://127.0.0.1:${platform.port}/graphql`, stop: () => platform.stop() };
}
