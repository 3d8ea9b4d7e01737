/** Gateways under the same load, taking turns. */
import { signInAs } from '../harness/actor.ts';
import { load, percentile, together, type LoadResult } from './load.ts';
import type { Measured } from './measured.ts';
import { QUEUE_QUERY } from './queue-query.ts';

export const CONNECTIONS = 16;
const WARM_UP_SECONDS = 4;
const ROUNDS = 3;
const SECONDS = 4;

export interface Contestant {
  readonly name: string;
  readonly url: string;
  readonly token: string;
}

export function coordinatorToken(signInUrl: string): Promise<string> {
  return signInAs(signInUrl, 'coordinator').then(({ accessToken }) => accessToken);
}

/** In turns, several times, so that what disturbs the machine disturbs everybody. */
export async function inTurns(contestants: readonly Contestant[]): Promise<NamedResult[]> {
  for (const contestant of contestants) await queueLoad(contestant, WARM_UP_SECONDS);
  const rounds: LoadResult[][] = contestants.map(() => []);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [index, contestant] of contestants.entries()) {
      rounds[index]?.push(await queueLoad(contestant, SECONDS));
    }
  }
  return contestants.map(({ name }, index) => [name, together(rounds[index] ?? [])]);
}

function queueLoad({ url, token }: Contestant, seconds: number): Promise<LoadResult> {
  return load({ url, token, body: JSON.stringify({ query: QUEUE_QUERY }), connections: CONNECTIONS, seconds });
}

export type NamedResult = readonly [name: string, result: LoadResult];

/** @param yardstick the name of the row that the others are compared with */
export function comparison(results: readonly NamedResult[], yardstick: string): Measured['rows'] {
  const perSecond = ({ latencies, seconds }: LoadResult) => latencies.length / seconds;
  const [, base] = results.find(([name]) => name === yardstick) ?? [];
  return results.map(([name, result]) => ({
    gateway: name,
    'requests/s': perSecond(result),
    ratio: `${(perSecond(result) / (base ? perSecond(base) : Number.NaN)).toFixed(2)}×`,
    'p50 ms': percentile(result.latencies, 50),
    'p95 ms': percentile(result.latencies, 95),
    failures: result.failures,
  }));
}
