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

/** Everything that decides what an operation may see, as text: equal texts mean equal rights. What is added to the context counts. */
export function rightsOf({ requestId: _id, expiresAt: _end, signal: _signal, ...rights }: GatewayContext): string {
  return JSON.stringify(rights);
}
