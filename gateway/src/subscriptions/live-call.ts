/** A subscription that somebody may start: checked, its variables coerced. */
import type { GatewayContext } from '../federation/gateway-context.ts';
import type { CheckedOperation } from '../federation/graph-version.ts';

export interface LiveCall extends CheckedOperation {
  readonly variables: Readonly<Record<string, unknown>>;
  readonly context: GatewayContext;
}
