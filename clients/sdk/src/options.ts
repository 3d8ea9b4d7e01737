/** What a client is made of. */
import type { DocumentManifest } from './http/payload.ts';
import type { Machine } from './machine.ts';
import type { AppCredentials } from './session/app-session.ts';
import type { SignedOutBecause } from './session/session-state.ts';
import type { SessionStore } from './session/session-store.ts';

export interface HuizhenOptions {
  /** The endpoint, such as https://huizhen.example/graphql; in a page also relative to it. */
  readonly url: string;
  /** Where a person's session is kept; without it, in memory. */
  readonly session?: SessionStore;
  /** Sign in as a partner app, by client credentials, instead of as a person. */
  readonly app?: AppCredentials;
  /** Access tokens that somebody else fetches, such as an OpenID Connect library; asked before every use. */
  readonly accessToken?: () => string | null | Promise<string | null>;
  /** The documents that the app has published: they are sent by their ids. */
  readonly documents?: DocumentManifest;
  readonly fetch?: typeof fetch;
  /** For Node 20, which has none: `import WebSocket from 'ws'`. */
  readonly WebSocket?: unknown;
  /** How this program is called in the platform's logs and metrics. */
  readonly clientName?: string;
  /** The session has ended, wherever that was wanted. */
  readonly onSignedOut?: (because: SignedOutBecause) => void;
  /**
   * Renew a person's token in time even when nothing is asked, so that a page is told at once when its session has ended. A program
   * with this does not end by itself before `signOut` or `close`.
   */
  readonly renewUnasked?: boolean;
  /** Time and chance, for tests. */
  readonly machine?: Machine;
}
