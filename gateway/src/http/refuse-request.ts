/** Judges a GraphQL request before anything runs, and says no with the status that its client's content type has for that. */
import { GraphQLError, OperationTypeNode } from 'graphql';
import type { CheckedDocuments } from '../subscriptions/checked-documents.ts';
import { checkCall } from '../limits/check-call.ts';
import type { PublicSchema } from '../limits/judge-document.ts';
import { clientError } from './client-error.ts';
import type { GraphqlRequest } from './graphql-request.ts';

const NEW_TYPE = 'application/graphql-response+json';
const OLD_TYPE = 'application/json';

interface JudgingGraph extends PublicSchema {
  readonly documents: CheckedDocuments;
}

/** Why the request is refused; empty when it may run. */
export function faultsOf(graph: JudgingGraph, request: GraphqlRequest): readonly GraphQLError[] {
  const judged = graph.documents.check(request.query);
  if ('errors' in judged) return judged.errors;
  const call = checkCall(graph, { document: judged.document, ...request });
  if (call instanceof GraphQLError) return [call];
  return call.operation.operation === OperationTypeNode.SUBSCRIPTION ? [overSocket()] : [];
}

/**
 * GraphQL over HTTP, 6.4: who asks for application/json and nothing newer gets 200 with errors for a well-formed request that
 * cannot run; everybody else 400.
 */
export function refused(errors: readonly GraphQLError[], accept: string | null): Response {
  const takesNew = accept?.includes(NEW_TYPE) ?? false;
  const takesOld = accept?.includes(OLD_TYPE) ?? false;
  const status = takesOld && !takesNew ? 200 : 400;
  const headers = { 'content-type': `${takesNew ? NEW_TYPE : OLD_TYPE}; charset=utf-8`, 'cache-control': 'no-store' };
  return new Response(JSON.stringify({ errors: errors.map((error) => clientError(error.toJSON())) }), {
    status,
    headers,
  });
}

function overSocket(): GraphQLError {
  const message =
    'Subscriptions are answered over WebSocket (graphql-transport-ws) and as server-sent events (accept: text/event-stream) at the same address.';
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT', fields: [{ path: 'query', message }] } });
}
