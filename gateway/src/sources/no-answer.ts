/** What the client is told where a subgraph's answer is missing: which service, and whether to ask again. Never what the subgraph sent. */
import { UpstreamUnavailable } from '@huizhen/platform/errors/expected-errors';
import type { Fault } from '@huizhen/platform/subgraph/subgraph-fault';
import { GraphQLError } from 'graphql';

export type Reason =
  | Fault
  /** It was not asked: it failed too often just now. */
  | 'resting'
  /** The operation's time was over. */
  | 'too-late'
  /** Nobody waits for the answer any more. */
  | 'gone'
  | 'broken';

const NOTHING_WAS_DONE: ReadonlySet<Reason> = new Set(['connect', 'resting', 'refused']);

export class NoAnswer extends UpstreamUnavailable {
  readonly reason: Reason;
  /** Whether a change may have been made all the same. */
  readonly isUncertain: boolean;

  constructor(service: string, { reason, kind }: { reason: Reason; kind: 'query' | 'mutation' | undefined }) {
    super(service);
    this.reason = reason;
    this.isUncertain = kind === 'mutation' && !NOTHING_WAS_DONE.has(reason);
    if (this.isUncertain) this.message = uncertain(service);
  }

  asGraphQLError(): GraphQLError {
    return new GraphQLError(this.message, { extensions: { ...this.extensions, code: this.code } });
  }
}

function uncertain(service: string): string {
  return `The ${service} service did not answer, and may have done what you asked: look before you send it again, or send it again with the same idempotencyKey.`;
}
