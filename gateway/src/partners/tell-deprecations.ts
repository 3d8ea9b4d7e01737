/** Tells a partner app which deprecated parts it has used, beside its answer. */
import type { ApolloServerPlugin } from '@apollo/server';
import type { GatewayContext } from '../federation/gateway-context.ts';
import { deprecationHeaders } from './deprecations.ts';

interface Answer {
  readonly extensions?: Readonly<Record<string, unknown>>;
}

/** Of a query or mutation over a live connection. */
export function withDeprecations<A extends Answer>(answer: A, { deprecations = [] }: GatewayContext): A {
  if (deprecations.length === 0) return answer;
  return { ...answer, extensions: { ...answer.extensions, deprecations } };
}

/** Marks the first event of a subscription, since the next ones would say the same. Events are text by then, shared by many. */
export function deprecationsMark({ deprecations = [] }: GatewayContext): ((event: string) => string) | undefined {
  if (deprecations.length === 0) return undefined;
  const extensions = JSON.stringify({ deprecations });
  return (event) => `${event.slice(0, -1)},"extensions":${extensions}}`;
}

/** Over HTTP, in headers as well. */
export function tellDeprecations(): ApolloServerPlugin<GatewayContext> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        willSendResponse: ({ response: { body, http }, contextValue: { deprecations = [] } }) => {
          if (deprecations.length === 0 || body.kind !== 'single') return Promise.resolve();
          body.singleResult.extensions = { ...body.singleResult.extensions, deprecations };
          for (const [name, value] of Object.entries(deprecationHeaders(deprecations))) http.headers.set(name, value);
          return Promise.resolve();
        },
      }),
  };
}
