/** What the directory knows of partner apps, asked by the gateway and kept for a while. */
import { createHash } from 'node:crypto';
import type { InternalTokens } from '@huizhen/platform/access/internal-token';
import { UpstreamUnavailable } from '@huizhen/platform/errors/expected-errors';
import type { SubgraphPeer } from '@huizhen/platform/subgraph/subgraph-peer';
import { partnerDocuments } from '@huizhen/schema/partner-documents';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';

const APPS_KEPT = 10_000;
/** A suspended app is refused so much later at the latest. */
const STATUS_KEPT_MS = 10_000;
const DOCUMENTS_KEPT_BYTES = 32 * 1024 * 1024;
const PUBLISHED_KEPT_MS = 300_000;
const UNKNOWN_KEPT_MS = 5_000;

const STATUS = 'query PartnerAppStatus($id: ID!) { partnerAppStatus(id: $id) }';
const DOCUMENT = `query TrustedDocument($appId: ID!, $id: ID!) {
  trustedDocument(appId: $appId, id: $id) { text operationNames }
}`;

const statusAnswer = z.object({ partnerAppStatus: z.enum(['ACTIVE', 'SUSPENDED']).nullable() });
const documentAnswer = z.object({
  trustedDocument: z.object({ text: z.string(), operationNames: z.array(z.string()) }).nullable(),
});

export interface PublishedDocument {
  readonly text: string;
  readonly operationNames: readonly string[];
}
interface Found {
  readonly document: PublishedDocument | null;
}

export class PartnerRegistry {
  private readonly peers: ReadonlyMap<string, SubgraphPeer>;
  private readonly tokens: InternalTokens;
  // An app that was let in goes on while the directory is away, at most for the rest of its token's life.
  private readonly active = new LRUCache<string, { readonly active: boolean }>({
    max: APPS_KEPT,
    ttl: STATUS_KEPT_MS,
    allowStaleOnFetchRejection: true,
    noDeleteOnFetchRejection: true,
    fetchMethod: async (id) => {
      const { partnerAppStatus } = statusAnswer.parse(await this.ask(STATUS, { id }));
      return { active: partnerAppStatus === 'ACTIVE' };
    },
  });
  private readonly documents = new LRUCache<string, Found, { appId: string; id: string }>({
    maxSize: DOCUMENTS_KEPT_BYTES,
    sizeCalculation: ({ document }) => 200 + (document?.text.length ?? 0),
    ttl: PUBLISHED_KEPT_MS,
    allowStaleOnFetchRejection: true,
    noDeleteOnFetchRejection: true,
    fetchMethod: async (_key, _old, { context, options }) => {
      const { trustedDocument } = documentAnswer.parse(await this.ask(DOCUMENT, context));
      if (trustedDocument === null) options.ttl = UNKNOWN_KEPT_MS;
      return { document: trustedDocument };
    },
  });

  constructor(peers: ReadonlyMap<string, SubgraphPeer>, tokens: InternalTokens) {
    this.peers = peers;
    this.tokens = tokens;
  }

  async isActive(appId: string): Promise<boolean> {
    return (await this.active.fetch(appId))?.active ?? false;
  }

  /** Null when this app has not published it. */
  async document(appId: string, id: string): Promise<PublishedDocument | null> {
    const ours = builtIn.get(id);
    if (ours) return ours;
    if (!/^[\da-f]{64}$/.test(id)) return null;
    const found = await this.documents.fetch(`${appId} ${id}`, { context: { appId, id } });
    return found?.document ?? null;
  }

  private async ask(query: string, variables: Readonly<Record<string, unknown>>): Promise<unknown> {
    const token = await this.tokens.mint({ viewer: null, purpose: null });
    const directory = this.peers.get('directory');
    const answer = await directory?.execute({ query, variables, token, requestId: 'partner-app' });
    if (!answer?.data || answer.errors) throw new UpstreamUnavailable('directory');
    return answer.data;
  }
}

export function idOfText(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

const builtIn: ReadonlyMap<string, PublishedDocument> = new Map(
  Object.values(partnerDocuments).map((text) => {
    const operationNames = [/\w+ (\w+)/.exec(text)?.[1] ?? ''];
    return [idOfText(text), { text, operationNames }];
  }),
);
