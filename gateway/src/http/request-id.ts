/** Each HTTP request has an id, which its answer, its log lines and the subgraphs carry: the caller's own if it looks like one. */
import { randomUUID } from 'node:crypto';
import { alongRequest } from '@huizhen/platform/telemetry/tracing';
import type { MiddlewareHandler } from 'hono';

export interface WithRequestId {
  Variables: { requestId: string };
}

export const requestIds: MiddlewareHandler<WithRequestId> = (c, next) => {
  const given = c.req.header('x-request-id');
  const requestId = given && /^[\w-]{1,64}$/.test(given) ? given : randomUUID();
  c.set('requestId', requestId);
  c.header('x-request-id', requestId);
  return alongRequest(requestId, (name) => c.req.header(name), next);
};
