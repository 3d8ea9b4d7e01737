/** An operation as declared access judges it. What is refused reaches no subgraph's access log, so the gateway's own log keeps it. */
import type { Logger } from '@huizhen/platform/telemetry/logger';
import type { GraphQLError } from 'graphql';
import type { GatewayContext } from '../federation/gateway-context.ts';
import type { CheckedOperation } from '../federation/graph-version.ts';
import type { AccessCall } from './declared-access.ts';

interface Called extends CheckedOperation {
  readonly context: GatewayContext;
}

export function accessCall(logger: Logger, call: Called, variables: AccessCall['variables']): AccessCall {
  const { viewer } = call.context;
  return { operation: call, variables, viewer, onRefused: (refusals) => log(logger, call.context, refusals) };
}

/** Strangers are not worth a line: they were told to sign in. */
function log(logger: Logger, { viewer, requestId }: GatewayContext, refusals: readonly GraphQLError[]): void {
  const because = [...new Set(refusals.map(({ message }) => message))];
  if (viewer === null || because.length === 0) return;
  const { subject, partnerAppId } = viewer;
  logger.warn({ requestId, subject, partnerAppId, because }, 'refused by declared access');
}
