/** The GraphQL client of one signed-in person: a normalised cache over fetch, and subscriptions that resume by themselves. */
import { Client, type ExecutionResult, fetchExchange, mapExchange, subscriptionExchange } from '@urql/core';
import { cacheExchange } from '@urql/exchange-graphcache';
import { errorsAtNulls } from './errors-at-nulls.ts';
import type { SessionKeeper } from './session-keeper.ts';
import { type Line, type Told, watch } from './watch.ts';

const embedded = () => null;
const uid = (data: object) => ('uid' in data && typeof data.uid === 'string' ? data.uid : null);

/** What has no id of its own lies inside what holds it. */
const keys = {
  Allergy: embedded,
  Coding: embedded,
  ConsultationConnection: embedded,
  ConsultationEdge: embedded,
  ConsultationEvent: embedded,
  ExpertConnection: embedded,
  ExpertMatch: embedded,
  MedicalRecord: embedded,
  PageInfo: embedded,
  PatientConnection: embedded,
  QueueEvent: embedded,
  ScorePart: embedded,
  TimelineEntry: embedded,
  ImagingStudy: uid,
  ImagingSeries: uid,
};

export function createGraphClient(path: string, keeper: SessionKeeper, line: Line): Client {
  return new Client({
    url: path,
    preferGetMethod: false,
    fetch: keeper.fetch,
    exchanges: [
      mapExchange({
        onError(error) {
          const ended = error.graphQLErrors.some(({ extensions }) => extensions?.['code'] === 'UNAUTHENTICATED');
          if (ended) keeper.end('expired');
        },
      }),
      cacheExchange({ keys }),
      errorsAtNulls,
      fetchExchange,
      subscriptionExchange({ forwardSubscription: ({ query, variables }) => forward(line, query ?? '', variables) }),
    ],
  });
}

function forward(line: Line, query: string, variables: Record<string, unknown> | undefined) {
  return {
    subscribe(watcher: { next(result: ExecutionResult): void; complete(): void }) {
      const ending = new AbortController();
      const next = ({ data = null, errors = [] }: Told) => watcher.next({ data, errors });
      void watch(line, { query, variables }, { next, complete: () => watcher.complete() }, ending.signal);
      return { unsubscribe: () => ending.abort() };
    },
  };
}
