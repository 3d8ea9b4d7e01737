/**
 * Equal fetches of one person at the same time are asked of a subgraph once, whatever operations they belong to: dashboards
 * that ask different things ask for the same institution and the same experts. What holds of `shared-answers.ts` holds here: a
 * fetch can be joined only as long as this gateway has told nobody of a change since it began.
 */
import type { ExecutionResult } from 'graphql';
import { copyOf } from '../execution/merge.ts';
import type { SubgraphFetch } from './subgraph-fetch.ts';

interface Flight {
  readonly answer: Promise<ExecutionResult>;
  /** Of whoever asked first. */
  readonly signal: AbortSignal | undefined;
  joined: boolean;
}

export interface Asking {
  /** Everything that decides what may be seen. */
  readonly rights: string;
  readonly signal: AbortSignal | undefined;
}

export class SharedFetches {
  private flights = new Map<string, Flight>();

  changed(): void {
    if (this.flights.size > 0) this.flights = new Map();
  }

  /** Only for what has no effect. */
  through(fetch: SubgraphFetch, { rights, signal }: Asking): SubgraphFetch {
    return async (asked) => {
      const key = JSON.stringify([rights, asked.service, asked.query, asked.variables]);
      const known = this.flights.get(key);
      if (known) return this.join(known, () => fetch(asked));
      const flight: Flight = { answer: fetch(asked), signal, joined: false };
      this.begin(key, flight);
      const answer = await flight.answer;
      // The answer belongs to one; where others have joined, nobody may change it.
      return flight.joined ? ownCopyOf(answer) : answer;
    };
  }

  private async join(flight: Flight, ask: () => Promise<ExecutionResult>): Promise<ExecutionResult> {
    flight.joined = true;
    try {
      return ownCopyOf(await flight.answer);
    } catch (error) {
      // Who asked first has gone, and took the fetch with them.
      if (flight.signal?.aborted) return ask();
      throw error;
    }
  }

  private begin(key: string, flight: Flight): void {
    const { flights } = this;
    flights.set(key, flight);
    const end = () => {
      if (flights.get(key) === flight) flights.delete(key);
    };
    flight.answer.then(end, end);
  }
}

function ownCopyOf(answer: ExecutionResult): ExecutionResult {
  return { ...answer, data: (copyOf(answer.data) as ExecutionResult['data']) ?? null };
}
