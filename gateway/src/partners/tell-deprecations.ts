/** Tells a partner app which deprecated parts it has used, beside its answer. */
import type { ApolloServerPlugin } from '@apollo/server';
import type { GatewayContext } from '../federation/gateway-context.ts';
import { deprecationHeaders, type Deprecation } from './deprecations.ts';

interface Answer {
  readonly extensions?: Record<string, unknown> | undefined;
}

/** For messages over a socket: on the first answer of an operation only, since the next ones would say the same. */
const told = new WeakSet<readonly Deprecation[]>();

export function withDeprecations<A extends Answer>(answer: A, { deprecations = [] }: GatewayContext): A {
  if (deprecations.length === 0 || told.has(deprecations)) return answer;
  told.add(deprecations);
  return { ...answer, extensions: { ...answer.extensions, deprecations } };
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
