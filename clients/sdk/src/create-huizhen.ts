/** Puts a client together. */
import { RefreshSessionDocument } from './generated/documents.ts';
import { Unauthenticated } from './errors/huizhen-error.ts';
import { Asker } from './http/asker.ts';
import type { Wire } from './http/request.ts';
import { Huizhen } from './huizhen.ts';
import { Connection } from './live/connection.ts';
import { LiveLines } from './live/live-lines.ts';
import { thisMachine } from './machine.ts';
import type { HuizhenOptions } from './options.ts';
import { ServerClock } from './server-clock.ts';
import { AppSession } from './session/app-session.ts';
import { GivenTokens } from './session/given-tokens.ts';
import { PersonSession } from './session/person-session.ts';
import { memorySession } from './session/session-store.ts';
import type { TokenSource } from './session/token.ts';

export function createHuizhen(options: HuizhenOptions): Huizhen {
  const { documents, clientName, machine = thisMachine, WebSocket } = options;
  const url = absolute(options.url);
  // Called as a function of nothing: browsers' fetch refuses any other `this`.
  const fetch: typeof globalThis.fetch = (input, init) => (options.fetch ?? globalThis.fetch)(input, init);
  const clock = new ServerClock(machine);
  const wire = { url, fetch, clientName, machine, clock };
  const person = options.app || options.accessToken ? null : personSession(options, wire, () => lines);
  const tokens = person ?? otherTokens(options, wire);
  const asker = new Asker({ wire, tokens, documents });
  const connection = new Connection(globalThis, machine);
  const socketUrl = url.replace(/^http/, 'ws');
  const lines: LiveLines = new LiveLines({
    url: socketUrl,
    WebSocket,
    clientName,
    tokens,
    machine,
    connection,
    documents,
  });
  return new Huizhen({ asker, lines, person, clock, uploads: { fetch, machine } });
}

function personSession(options: HuizhenOptions, wire: Wire, lines: () => LiveLines): PersonSession {
  const { session: store = memorySession(), renewUnasked = false, onSignedOut } = options;
  const guest = new Asker({ wire, tokens: nobody, documents: undefined });
  return new PersonSession({
    store,
    machine: wire.machine,
    renewUnasked,
    refresh: async (refreshToken, attempt) =>
      (await guest.unsigned(RefreshSessionDocument, { refreshToken, attempt })).refreshSession,
    onEnded(because) {
      const fault = { message: 'You are signed out. Sign in again.', path: [], extensions: {}, requestId: null };
      void lines().end(new Unauthenticated(fault));
      onSignedOut?.(because);
    },
  });
}

const nobody: TokenSource = { token: () => Promise.resolve(null), forget: () => undefined };

function otherTokens({ app, accessToken, machine = thisMachine }: HuizhenOptions, { url, fetch }: Wire): TokenSource {
  if (app !== undefined) return new AppSession({ ...app, tokenUrl: new URL('oauth/token', url).href, fetch, machine });
  return new GivenTokens(accessToken ?? (() => null), machine);
}

/** In a page, relative to it. */
function absolute(url: string): string {
  return new URL(url, typeof location === 'undefined' ? undefined : location.href).href;
}
