/** A steady load of one request from several connections, and what came of it. */
import { Pool } from 'undici';

export interface LoadResult {
  readonly requestsPerSecond: number;
  readonly p50: number;
  readonly p95: number;
  readonly failures: number;
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
      if (answer.statusCode !== 200 || text.includes('"errors"')) failures += 1;
      latencies.push(performance.now() - begun);
    }
  }
  await Promise.all(Array.from({ length: connections }, worker));
  const elapsed = (performance.now() - started) / 1_000;
  await pool.close();
  return {
    requestsPerSecond: latencies.length / elapsed,
    p50: percentile(latencies, 50),
    p95: percentile(latencies, 95),
    failures,
  };
}

export function percentile(values: readonly number[], nth: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil((sorted.length * nth) / 100) - 1)] ?? 0;
}
