/** A steady load of one request from several connections, and what came of it. */
import { Pool } from 'undici';

export interface LoadResult {
  readonly seconds: number;
  readonly latencies: readonly number[];
  readonly failures: number;
}

/** Several rounds as one. */
export function together(rounds: readonly LoadResult[]): LoadResult {
  return {
    seconds: rounds.reduce((sum, { seconds }) => sum + seconds, 0),
    latencies: rounds.flatMap(({ latencies }) => latencies),
    failures: rounds.reduce((sum, { failures }) => sum + failures, 0),
  };
}

interface Load {
  readonly url: string;
  readonly token: string;
  readonly body: string;
  readonly connections: number;
  readonly seconds: number;
}

export async function load({ url, token, body, connections, seconds }: Load): Promise<LoadResult> {
  const { origin, pathname } = new URL(url);
  const pool = new Pool(origin, { connections });
  const latencies: number[] = [];
  let failures = 0;
  const end = performance.now() + seconds * 1_000;
  const started = performance.now();
  async function worker() {
    while (performance.now() < end) {
      const begun = performance.now();
      const answer = await pool.request({
        method: 'POST',
        path: pathname,
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body,
      });
      const text = await answer.body.text();
      if (answer.statusCode !== 200 || text.includes('"errors"')) {
        failures += 1;
        if (failures === 1) process.stderr.write(`A request failed: ${answer.statusCode} ${text.slice(0, 300)}\n`);
      }
      latencies.push(performance.now() - begun);
    }
  }
  await Promise.all(Array.from({ length: connections }, worker));
  const elapsed = (performance.now() - started) / 1_000;
  await pool.close();
  return { seconds: elapsed, latencies, failures };
}

export function percentile(values: readonly number[], nth: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil((sorted.length * nth) / 100) - 1)] ?? 0;
}
