/** Sends GraphiQL's operations: queries and mutations over HTTP, subscriptions over graphql-ws on the same path, both as who is signed in. */
import { type Fetcher, createGraphiQLFetcher } from '@graphiql/toolkit';
import { createClient } from 'graphql-ws';
import { fillIn } from './known-ids/fill-in.ts';
import { rememberIds } from './known-ids/remember-ids.ts';
import type { SessionKeeper } from './session/session-keeper.ts';
import { settings } from './settings.ts';

export function createFetcher(keeper: SessionKeeper): Fetcher {
  const send = createGraphiQLFetcher({
    url: settings.graphqlPath,
    fetch: (input, init) => fetchAs(keeper, input, init),
    wsClient: socketOf(keeper),
    enableIncrementalDelivery: false,
  });
  return (params, options) => send(params.operationName === 'IntrospectionQuery' ? params : fillIn(params), options);
}

/** A token typed into GraphiQL's own headers editor wins, so that integrators can try theirs. */
async function fetchAs(keeper: SessionKeeper, input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const headers = new Headers(init?.headers);
  const { authorization } = keeper.credentials();
  if (authorization !== undefined && !headers.has('authorization')) headers.set('authorization', authorization);
  const response = await fetch(input, { ...init, headers });
  rememberIds(await response.clone().text());
  return response;
}

/** The socket asks for the token each time that it connects; it is dropped when somebody else signs in, and comes back as them. */
function socketOf(keeper: SessionKeeper) {
  const url = new URL(settings.graphqlPath, location.href);
  url.protocol = url.protocol.replace('http', 'ws');
  const client = createClient({ url: url.href, connectionParams: () => keeper.credentials() });
  let viewer = keeper.session?.viewer.id;
  keeper.subscribe(() => {
    if (viewer === keeper.session?.viewer.id) return;
    viewer = keeper.session?.viewer.id;
    client.terminate();
  });
  return client;
}
