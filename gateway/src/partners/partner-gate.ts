/** What every request passes before it is looked at, on whatever transport: how often, and with which documents. */
import type { Viewer } from '@huizhen/platform/access/viewer';
import type { GraphQLSchema } from 'graphql';
import type { Deprecation } from './deprecations.ts';
import { Deprecations } from './deprecations.ts';
import { headersOf, OverLimit } from './over-limit.ts';
import type { PartnerMetrics } from './partner-metrics.ts';
import type { PartnerRegistry, PublishedDocument } from './partner-registry.ts';
import type { Payload } from './payload.ts';
import type { Asker, RateLimits } from './rate-limits.ts';
import { TrustedDocuments } from './trusted-documents.ts';

const LOOK_AGAIN_MS = 10_000;

export interface GateOptions {
  readonly limits: RateLimits;
  readonly registry: PartnerRegistry;
  readonly trustedDocumentsOnly: boolean;
  readonly metrics: PartnerMetrics;
  /** What clients see of the graph now. */
  schema(): GraphQLSchema;
}

export interface Admitted<P extends Payload> {
  /** With the text of the document, whichever way it was named. */
  readonly payload: P;
  /** How often the caller may still ask. */
  readonly headers: Readonly<Record<string, string>>;
  /** What a partner app uses that will go; empty for people. */
  readonly deprecations: readonly Deprecation[];
}

export class PartnerGate {
  private readonly options: GateOptions;
  private readonly documents: TrustedDocuments;
  private readonly deprecations = new Deprecations();

  constructor(options: GateOptions) {
    this.options = options;
    this.documents = new TrustedDocuments(options.registry, options.trustedDocumentsOnly);
  }

  /** @throws OverLimit, Forbidden, BadUserInput, Unauthenticated, UpstreamUnavailable */
  async admit<P extends Payload>(asker: Asker, sent: P): Promise<Admitted<P>> {
    const headers = await this.count(asker);
    const { payload, published } = await this.documents.documentFor(asker.viewer, sent);
    const appId = asker.viewer?.partnerAppId ?? null;
    if (appId === null) return { payload, headers, deprecations: [] };
    return { payload, headers, deprecations: this.noteUse(appId, payload, published) };
  }

  /** One request of this caller; answers what headers say of it. @throws OverLimit */
  async count(asker: Asker): Promise<Readonly<Record<string, string>>> {
    const { limits, metrics } = this.options;
    try {
      return headersOf(await limits.take(asker));
    } catch (error) {
      if (error instanceof OverLimit) metrics.refused.inc({ policy: error.standing.policy });
      throw error;
    }
  }

  /** For a connection that stays: calls `end` once the viewer's app is suspended. Returns what stops looking. */
  whenSuspended(viewer: Viewer | null, end: () => void): () => void {
    const appId = viewer?.partnerAppId ?? null;
    if (appId === null) return () => undefined;
    const timer = setInterval(() => {
      // A directory that does not answer says nothing about the app.
      const stillIn = this.options.registry.isActive(appId).catch(() => true);
      void stillIn.then((active) => (active ? undefined : end()));
    }, LOOK_AGAIN_MS);
    timer.unref();
    return () => clearInterval(timer);
  }

  private noteUse(appId: string, payload: Payload, published: PublishedDocument | null): readonly Deprecation[] {
    const { metrics, schema } = this.options;
    metrics.operations.inc({ app: appId, operation: nameOf(payload, published) });
    const used = this.deprecations.usedIn(schema(), payload.query ?? '');
    for (const { coordinate } of used) metrics.deprecated.inc({ app: appId, coordinate });
    // A list of its own, so that it can be known whether this request was told.
    return [...used];
  }
}

/** Only published names become labels: others are the client's to make up. */
function nameOf({ operationName }: Payload, published: PublishedDocument | null): string {
  if (published === null) return 'unpublished';
  const [only, ...more] = published.operationNames;
  if (more.length === 0) return only ?? 'unnamed';
  return published.operationNames.find((name) => name === operationName) ?? 'unnamed';
}
