/** One stream of one subgraph, asked for on behalf of a viewer from a place on; says why it ended. */
import { errorCodes } from '@huizhen/platform/errors/error-code';
import { UpstreamUnavailable } from '@huizhen/platform/errors/expected-errors';
import type { ExecutionResult } from 'graphql';
import { z } from 'zod';
import { peerNamed } from '../sources/subgraph-fetch.ts';
import type { EventSources } from './enrich-event.ts';
import type { LiveCall } from './live-call.ts';
import type { LivePlan } from './live-plan.ts';

/** What the subgraph decided: asking again would change nothing. */
export class UpstreamRefused extends Error {
  readonly errors: readonly unknown[];

  constructor(errors: readonly unknown[]) {
    super('The subgraph has ended the stream.');
    this.errors = errors;
  }
}

export interface Place {
  /** The cursor after which to go on; null to begin. */
  readonly after: string | null;
  /** Pass on an event that cannot be completed inside the subgraph, instead of asking for it again. */
  readonly acceptBroken: boolean;
  readonly signal: AbortSignal;
}

const decided = z.object({
  extensions: z.object({ code: z.enum(errorCodes).exclude(['INTERNAL', 'UPSTREAM_UNAVAILABLE']) }),
});
const opened = z.object({ openedAt: z.string() });

/** The place where a stream without events yet stands. */
export function openedAt({ extensions }: ExecutionResult): string | null {
  return opened.safeParse(extensions).data?.openedAt ?? null;
}

/** Yields what has data, and where the stream opened. @throws UpstreamRefused; anything else means that it was lost. */
export async function* upstream(
  { peers, tokens }: EventSources,
  { plan, call }: { readonly plan: LivePlan; readonly call: LiveCall },
  { after, acceptBroken, signal }: Place,
): AsyncGenerator<ExecutionResult> {
  const { viewer, purpose, requestId } = call.context;
  const { serviceName, operationName } = plan.primary;
  const events = await peerNamed(peers, serviceName).subscribe({
    query: plan.upstream.query,
    variables: plan.upstream.variablesAt(call.variables, after),
    operationName,
    token: await tokens.mint({ viewer, purpose }),
    requestId,
    signal,
  });
  if (!(Symbol.asyncIterator in events)) throw failure(events);
  for await (const event of events) {
    if (event.data === undefined && event.errors) throw failure(event);
    if (event.data === null && !acceptBroken && isBroken(event)) throw new UpstreamInterrupted(event.errors ?? []);
    yield event;
  }
  // Live streams have no end of their own: the subgraph stops.
  throw new UpstreamUnavailable(serviceName);
}

function isBroken({ errors = [] }: ExecutionResult): boolean {
  return !errors.some((error) => decided.safeParse(error).success);
}

function failure({ errors = [] }: ExecutionResult): Error {
  return errors.some((error) => decided.safeParse(error).success)
    ? new UpstreamRefused(errors)
    : new UpstreamInterrupted(errors);
}

/** It broke inside; the same stream may well go on a moment later. */
export class UpstreamInterrupted extends Error {
  readonly errors: readonly unknown[];

  constructor(errors: readonly unknown[]) {
    super('The stream broke inside the subgraph.');
    this.errors = errors;
  }
}
