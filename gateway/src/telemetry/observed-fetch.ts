/** Fetches from subgraphs as they are seen from outside: which, how long, how many things at once, and how they ended. */
import { SpanKind } from '@opentelemetry/api';
import { plainName } from '@huizhen/platform/telemetry/plain-name';
import { openSpan } from '@huizhen/platform/telemetry/tracing';
import type { Fetch, SubgraphFetch } from '../sources/subgraph-fetch.ts';
import { currentWatch } from './operation-watch.ts';

/** More than any page asks for; what a plan does beyond that is in the metrics. */
const FETCHES_NOTED = 200;

export function observedFetch(fetch: SubgraphFetch): SubgraphFetch {
  return async (asked) => {
    const started = performance.now();
    const span = openSpan(`fetch ${asked.service}`, { kind: SpanKind.CLIENT, attributes: attributesOf(asked) });
    let isAnswered = false;
    try {
      const answer = await span.within(() => fetch(asked));
      isAnswered = true;
      return answer;
    } finally {
      note(asked, performance.now() - started);
      span.end(isAnswered ? undefined : 'UPSTREAM_UNAVAILABLE');
    }
  };
}

function note({ service, variables }: Fetch, milliseconds: number): void {
  const noted = currentWatch()?.fetches;
  if (!noted || noted.length >= FETCHES_NOTED) return;
  noted.push({
    service,
    milliseconds: Math.round(milliseconds * 10) / 10,
    representations: representationsIn(variables),
  });
}

function attributesOf({ service, operationName, variables }: Fetch) {
  const name = plainName(operationName);
  return {
    'huizhen.subgraph': service,
    'huizhen.representations': representationsIn(variables),
    ...(name !== null && { 'graphql.operation.name': name }),
  };
}

function representationsIn({ representations }: Fetch['variables']): number {
  return Array.isArray(representations) ? representations.length : 0;
}
