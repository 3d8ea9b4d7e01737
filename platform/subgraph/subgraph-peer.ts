/** How one part of the platform speaks to a subgraph: only what HTTP could carry, whether or not there is HTTP between. */
import type { ExecutionResult } from 'graphql';

export interface SubgraphRequest {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>> | undefined;
  readonly operationName?: string | undefined;
  /** The internal token: who is asking. */
  readonly token: string;
  readonly requestId: string;
  readonly signal?: AbortSignal | undefined;
  /** A query may be sent again when it did not arrive; what is not known to be one is sent once. */
  readonly kind?: 'query' | 'mutation' | undefined;
  /** How long whoever asks will wait and then end the call by the signal; otherwise a peer elsewhere has its own limit. */
  readonly patienceMs?: number | undefined;
}

export interface SubgraphPeer {
  readonly name: string;
  execute(request: SubgraphRequest): Promise<ExecutionResult>;
  subscribe(request: SubgraphRequest): Promise<AsyncIterable<ExecutionResult> | ExecutionResult>;
  /** Calls one of its HTTP routes; null when it has no such route. */
  route(request: Request, token: string, requestId: string): Promise<Response | null>;
}
