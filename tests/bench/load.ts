/** A steady load from several connections, each asking the same again and again, and what came of it. */
import { Pool } from 'undici';
import { cpuOfChildren } from './cpu-of-children.ts';

export interface LoadResult {
  readonly seconds: number;
  readonly latencies: readonly number[];
  readonly failures: number;
  /** Of all processes that this one has started, PostgreSQL's apart. */
  readonly cpuSeconds: number;
}

/** Several rounds as one. */
export function together(rounds: readonly LoadResult[]): LoadResult {
  return {
    seconds: rounds.reduce((sum, { seconds }) => sum + seconds, 0),
    latencies: rounds.flatMap(({ latencies }) => latencies),
    failures: rounds.reduce((sum, { failures }) => sum + failures, 0),
    cpuSeconds: rounds.reduce((sum, { cpuSeconds }) => sum + cpuSeconds, 0),
  };
}

interface Load {
  readonly url: string;
  readonly token: string;
  /** One for each connection. */
  readonly bodies: readonly string[];
  readonly seconds: number;
}

export async function load({ url, token, bodies, seconds }: Load): Promise<LoadResult> {
  const { origin, pathname } = new URL(url);
  const pool = new Pool(origin, { connections: bodies.length });
  const latencies: number[] = [];
  let failures = 0;
  const cpuBefore = await cpuOfChildren();
  const end = performance.now() + seconds * 1_000;
  const started = performance.now();
  async function worker(body: string) {
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
  await Promise.all(bodies.map(worker));
  const elapsed = (performance.now() - started) / 1_000;
  const cpuSeconds = (await cpuOfChildren()) - cpuBefore;
  await pool.close();
  return { seconds: elapsed, latencies, failures, cpuSeconds };
}

export function percentile(values: readonly number[], nth: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil((sorted.length * nth) / 100) - 1)] ?? 0;
}
