/** What a partner app may ask: in production, documents that it has published and no others. */
import type { Viewer } from '@huizhen/platform/access/viewer';
import { BadUserInput, Forbidden, Unauthenticated } from '@huizhen/platform/errors/expected-errors';
import { idOfText, type PartnerRegistry, type PublishedDocument } from './partner-registry.ts';
import { idSent, withText, type Payload } from './payload.ts';

export interface KnownDocument<P extends Payload> {
  /** With the text, whichever way it was named. */
  readonly payload: P;
  /** Null for a text that is let in unpublished. */
  readonly published: PublishedDocument | null;
}

export class TrustedDocuments {
  private readonly registry: PartnerRegistry;
  private readonly required: boolean;

  constructor(registry: PartnerRegistry, required: boolean) {
    this.registry = registry;
    this.required = required;
  }

  /** @throws Forbidden, BadUserInput, Unauthenticated, UpstreamUnavailable */
  async documentFor<P extends Payload>(viewer: Viewer | null, payload: P): Promise<KnownDocument<P>> {
    if (viewer === null || !isPartner(viewer)) return { payload, published: null };
    const appId = viewer.partnerAppId;
    if (appId === null) return this.unpublished(payload, ACCOUNT);
    if (!(await this.registry.isActive(appId))) throw new Unauthenticated(SUSPENDED);
    const id = idSent(payload);
    if (id !== null && payload.query && idOfText(payload.query) !== id)
      throw new BadUserInput([
        { path: 'documentId', message: 'is not the SHA-256 of this query: send one of the two' },
      ]);
    const named = id ?? (payload.query ? idOfText(payload.query) : null);
    const published = named === null ? null : await this.registry.document(appId, named);
    if (published) return { payload: withText(payload, published.text), published };
    if (id !== null && !payload.query) throw new Forbidden(UNKNOWN);
    return this.unpublished(payload, UNKNOWN);
  }

  private unpublished<P extends Payload>(payload: P, because: string): KnownDocument<P> {
    if (this.required) throw new Forbidden(because);
    return { payload, published: null };
  }
}

/** An account of this role is an app too, however it signs in. */
function isPartner({ partnerAppId, roles }: Viewer): boolean {
  return partnerAppId !== null || (roles.length > 0 && roles.every((role) => role === 'PARTNER'));
}

const SUSPENDED = 'This app is suspended. Ask the administrator of the platform to let it in again.';
const UNKNOWN =
  'This app has not published this document. Publish it (npm run documents -- publish, or the mutation ' +
  'publishTrustedDocuments), then send it again by its text or its id.';
const ACCOUNT =
  'Partner apps ask with documents that they have published. Have this system registered as a partner app ' +
  '(registerPartnerApp), get tokens at /oauth/token, and publish what it asks.';
