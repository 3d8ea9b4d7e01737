/** Before anything is fetched: refuses calls that name no operation or hold wrong variables, as the socket does. */
import { HeaderMap, type ApolloServerPlugin } from '@apollo/server';
import { GraphQLError, OperationTypeNode } from 'graphql';
import { checkCall } from '../limits/check-call.ts';
import type { GatewayContext } from './gateway-context.ts';

export function refuseBadCalls(introspection: boolean): ApolloServerPlugin<GatewayContext> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        didResolveOperation: ({ schema, document, request }) => {
          const checked = checkCall({ schema, introspection }, { document, ...request });
          if (checked instanceof GraphQLError) throw asBadRequest(checked);
          if (checked.operation.operation === OperationTypeNode.SUBSCRIPTION) throw asBadRequest(overLiveConnection());
          return Promise.resolve();
        },
      }),
  };
}

function overLiveConnection(): GraphQLError {
  const message =
    'Subscriptions are answered at the same address over WebSocket (graphql-transport-ws), or as events: send "accept: text/event-stream".';
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT', fields: [{ path: 'query', message }] } });
}

function asBadRequest({ message, extensions }: GraphQLError): GraphQLError {
  return new GraphQLError(message, { extensions: { ...extensions, http: { status: 400, headers: new HeaderMap() } } });
}
