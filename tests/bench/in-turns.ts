/** Gateways under the same load, taking turns. */
import { signInAs } from '../harness/actor.ts';
import { load, percentile, together, type LoadResult } from './load.ts';
import type { Measured } from './measured.ts';
import { oneQuestion } from './queue-query.ts';

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

/**
 * In turns, several times, so that what disturbs the machine disturbs everybody.
 * @param bodies one for each connection
 */
export async function inTurns(
  contestants: readonly Contestant[],
  bodies: readonly string[] = oneQuestion(CONNECTIONS),
): Promise<NamedResult[]> {
  for (const contestant of contestants) await load({ ...contestant, bodies, seconds: WARM_UP_SECONDS });
  const rounds: LoadResult[][] = contestants.map(() => []);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [index, contestant] of contestants.entries()) {
      rounds[index]?.push(await load({ ...contestant, bodies, seconds: SECONDS }));
    }
  }
  return contestants.map(({ name }, index) => [name, together(rounds[index] ?? [])]);
}

export type NamedResult = readonly [name: string, result: LoadResult];

/** @param yardsticks for each column of ratios, the name of the row that the others are compared with */
export function comparison(
  results: readonly NamedResult[],
  yardsticks: Readonly<Record<string, string>>,
): Measured['rows'] {
  const perSecond = ({ latencies, seconds }: LoadResult) => latencies.length / seconds;
  const ratios = (result: LoadResult) =>
    Object.entries(yardsticks).map(([column, yardstick]) => {
      const [, base] = results.find(([name]) => name === yardstick) ?? [];
      return [column, `${(perSecond(result) / (base ? perSecond(base) : Number.NaN)).toFixed(2)}×`];
    });
  return results.map(([name, result]) => ({
    gateway: name,
    'requests/s': perSecond(result),
    ...Object.fromEntries(ratios(result)),
    'p50 ms': percentile(result.latencies, 50),
    'p95 ms': percentile(result.latencies, 95),
    'CPU ms a request': (result.cpuSeconds * 1_000) / result.latencies.length,
    failures: result.failures,
  }));
}
