/** Sends GraphiQL's operations: queries and mutations over HTTP, subscriptions over graphql-ws on the same path, both as who is signed in. */
import {
  type Fetcher,
  type FetcherParams,
  createGraphiQLFetcher,
  isAsyncIterable,
  isObservable,
} from '@graphiql/toolkit';
import { type DocumentNode, GraphQLError, Kind, type OperationDefinitionNode, parse } from 'graphql';
import { createClient } from 'graphql-ws';
import type { ExplainSwitch } from './explain/explain-switch.ts';
import { fillIn } from './known-ids/fill-in.ts';
import { rememberIds } from './known-ids/remember-ids.ts';
import { numberEvents } from './numbered-events.ts';
import type { SessionKeeper } from './session/session-keeper.ts';
import { settings } from './settings.ts';

export function createFetcher(keeper: SessionKeeper, explain: ExplainSwitch): Fetcher {
  const send = createGraphiQLFetcher({
    url: settings.graphqlPath,
    fetch: (input, init) => fetchAs(keeper, input, init),
    wsClient: socketOf(keeper),
    enableIncrementalDelivery: false,
  });
  return async (params, options) => {
    try {
      if (params.operationName === 'IntrospectionQuery') return await send(params, options);
      const documentAST = parse(params.query);
      const asked = { ...complete(params, documentAST), ...(explain.isOn && { extensions: { explain: true } }) };
      const answer = await send(asked, { ...options, documentAST });
      return isAsyncIterable(answer) || isObservable(answer) ? numberEvents(answer) : explain.takeFrom(answer);
    } catch (error) {
      return { errors: [asGraphQLError(error)] };
    }
  };
}

/** Left to itself, GraphiQL would show the whole stack; what one can act on is the message. */
function asGraphQLError(error: unknown): GraphQLError {
  if (error instanceof GraphQLError) return error;
  return new GraphQLError(error instanceof Error ? error.message : String(error));
}

/** What GraphiQL hands over with the text may still belong to the tab before, so the operation is read from the text. */
function complete(params: FetcherParams, document: DocumentNode): FetcherParams {
  const operation = operationIn(document, params.operationName);
  if (!operation) return params;
  const variables = fillIn(params.variables ?? {}, operation);
  return { query: params.query, variables, ...(operation.name && { operationName: operation.name.value }) };
}

function operationIn(document: DocumentNode, name?: string | null): OperationDefinitionNode | undefined {
  const operations = document.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  return operations.length === 1 ? operations[0] : operations.find((operation) => operation.name?.value === name);
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

/** A socket lives no longer than its token: at each new one it is dropped, comes back with it, and live operations go on. */
function socketOf(keeper: SessionKeeper) {
  const url = new URL(settings.graphqlPath, location.href);
  url.protocol = url.protocol.replace('http', 'ws');
  const client = createClient({
    url: url.href,
    connectionParams: () => keeper.credentials(),
    retryAttempts: 20,
    retryWait: (retries) => new Promise((resume) => setTimeout(resume, Math.min(300 * 2 ** retries, 10_000))),
  });
  keeper.subscribe(() => client.terminate());
  return client;
}
