/** What the platform's settings decide for the subgraphs' own. */
import { isDemo, type PlatformSettings } from '../settings.ts';

export function subgraphEnvironment(settings: PlatformSettings, environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return {
    ...environment,
    DATA_DIR: settings.DATA_DIR,
    PORT: String(settings.PORT),
    // What clients are told, whichever port a subgraph itself has.
    PUBLIC_URL: environment['PUBLIC_URL'] || `http://localhost:${settings.PORT}`,
    // Demo accounts have no authenticator, and nothing real to protect; a real administrator would stop demo mode.
    ...(isDemo(settings) && { SECOND_FACTOR: 'optional', BOOTSTRAP_ADMIN_PASSWORD: '' }),
  };
}
