/** Apollo Server's part in what is seen of an operation: how it was refused before it was planned, and its explanation. */
import type { ApolloServerPlugin } from '@apollo/server';
import { explanationFor } from './explanation.ts';
import { noteErrors } from './note-operation.ts';

export function observing(introspection: boolean): ApolloServerPlugin {
  return {
    requestDidStart: () =>
      Promise.resolve({
        willSendResponse: ({ request, response: { body } }) => {
          if (body.kind === 'incremental') return Promise.resolve();
          noteErrors(body.singleResult.errors);
          const explained = explanationFor(request.extensions, introspection);
          if (explained) body.singleResult.extensions = { ...body.singleResult.extensions, ...explained };
          return Promise.resolve();
        },
      }),
  };
}
