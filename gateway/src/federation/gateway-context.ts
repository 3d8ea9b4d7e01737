/** What the gateway knows of one incoming operation. */
import type { Viewer } from '@huizhen/platform/access/viewer';
import type { Deprecation } from '../partners/deprecations.ts';

export interface GatewayContext {
  readonly viewer: Viewer | null;
  readonly requestId: string;
  readonly purpose: string | null;
  /** When the viewer's access token ends, and with it every live delivery; null when nobody is signed in. */
  readonly expiresAt: Date | null;
  readonly signal?: AbortSignal | undefined;
  /** What a partner app uses that will go. */
  readonly deprecations?: readonly Deprecation[] | undefined;
}
