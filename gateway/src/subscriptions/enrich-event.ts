/** Completes an event with the fields of other subgraphs, and writes it down once for everybody who is sent it. */
import type { Logger } from '@huizhen/platform/telemetry/logger';
import { GraphQLError, type ExecutionResult } from 'graphql';
import { accessCall } from '../access/access-call.ts';
import type { CheckedOperation } from '../federation/graph-version.ts';
import type { PlanExecutor } from '../federation/plan-executor.ts';
import { subgraphFetch, type Sources, type SubgraphFetch } from '../sources/subgraph-fetch.ts';
import { observedFetch } from '../telemetry/observed-fetch.ts';
import type { LiveCall } from './live-call.ts';
import type { LivePlan } from './live-plan.ts';
import { answerText } from './result-text.ts';

export interface EventSources extends Sources {
  readonly executor: PlanExecutor;
  readonly logger: Logger;
}

/** @param event belongs to this call, which may change it */
export async function enrichEvent(
  sources: EventSources,
  { plan, call }: { readonly plan: LivePlan; readonly call: LiveCall },
  event: ExecutionResult,
): Promise<string> {
  const { version, eventPlan } = plan;
  const { variables } = call;
  // Anew for each event: its token lives a minute, the subscription hours.
  const fetch = withEvent(event, plan, observedFetch(subgraphFetch(sources, call.context)));
  const run = (operation: CheckedOperation) =>
    sources.executor.execute({ version, operation, plan: eventPlan, variables, fetch });
  // What is refused was refused from the start, and is not news with every event.
  const access = { ...accessCall(sources.logger, call, variables), onRefused: undefined };
  return answerText(await version.access.answer(access, run));
}

/** The subgraph of the event answers the primary operation with the event, and everything else itself. */
function withEvent(event: ExecutionResult, { primary }: LivePlan, fetch: SubgraphFetch): SubgraphFetch {
  return async (asked) => {
    if (asked.service !== primary.serviceName || asked.query !== primary.operation) return fetch(asked);
    const { data = null, errors } = event;
    return { data, ...(errors && { errors: errors.map(plainError) }) };
  };
}

function plainError({ message, path, extensions }: GraphQLError): GraphQLError {
  return new GraphQLError(message, { path: path ?? null, extensions });
}
