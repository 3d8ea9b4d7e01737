/** What somebody inside the walls would hold: the app roles' addresses, and tokens for whomever they like. */
import { createAccessTokens } from '@huizhen/platform/access/access-token';
import { createInternalTokens } from '@huizhen/platform/access/internal-token';
import { viewerSchema, type Viewer } from '@huizhen/platform/access/viewer';
import { parseSettings } from '@huizhen/platform/config/settings';
import type { KeyDirectory } from '@huizhen/platform/crypto/key-directory';
import { urlOfSchema } from '@huizhen/platform/database/prepare-database';
import { platformSettings } from '@huizhen/gateway/settings';
import { openKeys } from '@huizhen/gateway/topology/keys-and-passwords';
import { databaseIn, addressOf } from '@huizhen/gateway/topology/open-database';
import { decodeJwt } from 'jose';
import type { Actor } from './actor.ts';
import type { Clinic } from './clinic.ts';

export interface Insider {
  readonly keys: KeyDirectory;
  /** Where the app role of a schema connects. */
  urlOf(schema: string): string;
  /** As the gateway mints it. */
  internalToken(viewer: Viewer | null): Promise<string>;
  accessToken(viewer: Viewer): Promise<string>;
}

export async function insiderOf(clinic: Clinic): Promise<Insider> {
  const keys = await openKeys(parseSettings(platformSettings, clinic.environment));
  const address = addressOf(clinic.databaseUrl, databaseIn(clinic.databaseUrl), keys);
  const privateKey = keys.internalPrivateKeys.get('gateway');
  if (!privateKey) throw new Error('The gateway has no key.');
  const internal = createInternalTokens({ issuer: 'gateway', privateKey, publicKeys: keys.internalPublicKeys });
  const access = createAccessTokens({ issuer: 'huizhen', ...keys.accessTokenKeys });
  return {
    keys,
    urlOf: (schema) => urlOfSchema(address, schema),
    internalToken: (viewer) => internal.mint({ viewer, purpose: null }),
    accessToken: async (viewer) => (await access.issue(viewer, 'session-of-a-test')).token,
  };
}

/** Who the platform takes this actor for. */
export function viewerOf(actor: Actor): Viewer {
  return viewerSchema.parse(decodeJwt(actor.accessToken)['viewer']);
}
