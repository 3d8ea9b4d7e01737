/** What another gateway needs to stand where ours stands: the subgraphs' addresses, and internal tokens for its callers. */
import { createAccessTokens } from '@huizhen/platform/access/access-token';
import { createInternalTokens } from '@huizhen/platform/access/internal-token';
import { parseSettings } from '@huizhen/platform/config/settings';
import { platformSettings } from '@huizhen/gateway/settings';
import { openKeys } from '@huizhen/gateway/topology/keys-and-passwords';
import { subgraphUrlSettings } from '@huizhen/gateway/topology/subgraph-urls';

export interface RivalGround {
  readonly urls: ReadonlyMap<string, string>;
  /** What the subgraphs want to see for a caller who came with this header. */
  internalAuthorization(authorization: string | null | undefined): Promise<string>;
}

export async function openRivalGround(): Promise<RivalGround> {
  const settings = parseSettings({ ...platformSettings, ...subgraphUrlSettings }, process.env);
  const keys = await openKeys(settings);
  const privateKey = keys.internalPrivateKeys.get('gateway');
  if (!privateKey) throw new Error('No key of the gateway.');
  const internal = createInternalTokens({ issuer: 'gateway', privateKey, publicKeys: keys.internalPublicKeys });
  const access = createAccessTokens({ issuer: 'huizhen', ...keys.accessTokenKeys });
  return {
    urls: settings.SUBGRAPH_URLS,
    async internalAuthorization(authorization) {
      const viewer = authorization ? (await access.verify(authorization.replace('Bearer ', ''))).viewer : null;
      return `Bearer ${await internal.mint({ viewer, purpose: null })}`;
    },
  };
}
