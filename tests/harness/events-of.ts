/** What somebody watches over server-sent events, by the protocol's own client. */
import { createClient } from 'graphql-sse';
import type { Actor } from './actor.ts';
import type { Clinic } from './clinic.ts';
import { Feed } from './feed.ts';

export interface Watched {
  readonly query: string;
  readonly variables?: Record<string, unknown>;
}

export function watchEvents<Data>(
  { url }: Pick<Clinic, 'url'>,
  actor: Actor,
  { query, variables = {} }: Watched,
): Feed<Data> {
  const client = createClient({
    url,
    headers: { authorization: `Bearer ${actor.accessToken}` },
    retryAttempts: 0,
  });
  return new Feed<Data>(client, { query, variables });
}
