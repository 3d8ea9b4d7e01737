/** Asks the directory whose account an OIDC identity is; answers are kept for half a minute. */
import type { InternalTokens } from '@huizhen/platform/access/internal-token';
import { viewerSchema, type Viewer } from '@huizhen/platform/access/viewer';
import { UpstreamUnavailable } from '@huizhen/platform/errors/expected-errors';
import type { SubgraphPeer } from '@huizhen/platform/subgraph/subgraph-peer';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import type { FindViewer } from './authenticate.ts';

const QUERY = `query IdentityViewer($issuer: String!, $subject: String!) {
  identityViewer(issuer: $issuer, subject: $subject) {
    subject displayName roles institutionId practitionerId patientId centre service
  }
}`;

const answer = z.object({ identityViewer: viewerSchema.nullable() });

export function findViewerIn(peers: ReadonlyMap<string, SubgraphPeer>, tokens: InternalTokens): FindViewer {
  const known = new LRUCache<string, { viewer: Viewer | null }>({ max: 10_000, ttl: 30_000 });
  return async (issuer, subject) => {
    const key = `${issuer}|${subject}`;
    const found = known.get(key) ?? { viewer: await ask(peers, tokens, { issuer, subject }) };
    known.set(key, found);
    return found.viewer;
  };
}

async function ask(
  peers: ReadonlyMap<string, SubgraphPeer>,
  tokens: InternalTokens,
  identity: { issuer: string; subject: string },
): Promise<Viewer | null> {
  const token = await tokens.mint({ viewer: null, purpose: null });
  const result = await peers
    .get('directory')
    ?.execute({ query: QUERY, variables: identity, token, requestId: 'sign-in', kind: 'query' });
  if (!result?.data) throw new UpstreamUnavailable('directory');
  return answer.parse(result.data).identityViewer;
}
