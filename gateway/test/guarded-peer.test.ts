/** A subgraph in this process is guarded like one elsewhere. */
import { GuardedPeer } from '@huizhen/gateway/sources/guarded-peer';
import { subgraphFetch } from '@huizhen/gateway/sources/subgraph-fetch';
import { createMetrics } from '@huizhen/gateway/telemetry/metrics';
import { SubgraphFault } from '@huizhen/platform/subgraph/subgraph-fault';
import type { SubgraphPeer, SubgraphRequest } from '@huizhen/platform/subgraph/subgraph-peer';
import { createLogger } from '@huizhen/platform/telemetry/logger';
import type { ExecutionResult } from 'graphql';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

const logger = createLogger({ name: 'test', level: 'silent' });
const STEP_MS = 2_000;
const REST_MS = 2_000;
const deadlineMs = 6_000;
const deadlines = { queryMs: 10_000, mutationMs: 20_000, importMs: 40_000 };
const ok: ExecutionResult = { data: { me: null } };

describe('by a clock that moves at our word', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }));
  afterEach(() => void vi.useRealTimers());

  test('a query has the subgraph’s time, and less when its operation has less left', async () => {
    const { peer, patience } = silent();
    const fetch = operation(peer);
    for (let time = 1; time <= 3; time += 1) await failureIn(deadlines.queryMs, fetch('query A { a }'));
    // By the third its time was over, and the subgraph not even asked.
    expect(patience).toEqual([6_000, 4_000]);
  });

  test('a mutation has its own time, an import more', async () => {
    const { peer, patience } = silent();
    for (const field of ['a', 'importFhirBundle'])
      await failureIn(deadlines.importMs, operation(peer)(`mutation A { ${field} }`));
    expect(patience).toEqual([deadlines.mutationMs, deadlines.importMs]);
  });
});

test('a query is given up with its client, a mutation and what follows it are not', async () => {
  const asked: { signal: AbortSignal | undefined; answer(result: ExecutionResult): void }[] = [];
  const peer = guardedPeer(({ signal }) => new Promise((answer) => void asked.push({ signal, answer })));
  const leaving = new AbortController();
  const query = operation(peer, leaving.signal)('query A { a }');
  const change = operation(peer, leaving.signal);
  const mutation = change('mutation A { a }');
  await vi.waitUntil(() => asked.length === 2);
  leaving.abort();
  await expect(query).rejects.toThrow('imaging');
  asked[1]?.answer(ok);
  expect(await mutation).toEqual(ok);
  const after = change('query B { b }');
  await vi.waitUntil(() => asked.length === 3);
  asked[2]?.answer(ok);
  expect(await after).toEqual(ok);
  expect(asked.map(({ signal }) => signal?.aborted)).toEqual([true, false, false]);
});

test('whoever gives up says nothing about the subgraph', async () => {
  const { ask, asked } = guarded(() => new Promise(() => undefined));
  for (let time = 1; time <= 10; time += 1) {
    const leaving = new AbortController();
    const asking = failure(ask('query A { a }', leaving.signal));
    await vi.waitUntil(() => asked() === time);
    leaving.abort();
    await asking;
  }
});

test('a request that only it refuses says nothing about the subgraph; five other failures in a row do', async () => {
  let fault: 'refused' | 'status' = 'refused';
  const { ask, asked } = guarded(() => Promise.reject(new SubgraphFault('imaging', fault)));
  for (let time = 1; time <= 10; time += 1) await failure(ask('query A { a }'));
  expect(asked()).toBe(10);
  fault = 'status';
  for (let time = 1; time <= 10; time += 1) await failure(ask('query A { a }'));
  expect(asked()).toBe(15);
});

describe('after its rest', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }));
  afterEach(() => void vi.useRealTimers());

  test('a subgraph is tried with a question, never with a change', async () => {
    let fails = true;
    const { ask, queries } = guarded(() => (fails ? Promise.reject(new Error('broken')) : Promise.resolve(ok)));
    const sent = () => queries().splice(0);
    for (let time = 1; time <= 5; time += 1) await failure(ask('mutation A { a }'));
    expect(sent()).toHaveLength(5);
    await failure(ask('mutation A { a }'));
    expect(sent()).toEqual([]);
    vi.advanceTimersByTime(REST_MS);
    await failure(ask('mutation A { a }'));
    expect(sent()).toEqual(['{ __typename }']);
    vi.advanceTimersByTime(REST_MS);
    fails = false;
    expect(await ask('mutation A { a }')).toEqual(ok);
    expect(sent()).toEqual(['{ __typename }', 'mutation A { a }']);
    expect(await ask('mutation A { a }')).toEqual(ok);
    expect(sent()).toEqual(['mutation A { a }']);
  });

  test('a request that it refuses shows that a subgraph is back; one that is given up does not', async () => {
    let answer: () => Promise<ExecutionResult> = () => Promise.reject(new Error('broken'));
    const { ask, asked } = guarded(() => answer());
    for (let time = 1; time <= 5; time += 1) await failure(ask('query A { a }'));
    vi.advanceTimersByTime(REST_MS);
    answer = () => new Promise(() => undefined);
    const leaving = new AbortController();
    const trying = failure(ask('query A { a }', leaving.signal));
    await vi.waitUntil(() => asked() === 6);
    leaving.abort();
    await trying;
    await failure(ask('query A { a }'));
    expect(asked()).toBe(6);
    vi.advanceTimersByTime(REST_MS);
    answer = () => Promise.reject(new SubgraphFault('imaging', 'refused'));
    await failure(ask('query A { a }'));
    answer = () => Promise.resolve(ok);
    expect(await ask('query A { a }')).toEqual(ok);
  });
});

test('an answer in between begins the count anew', async () => {
  let fails = true;
  const { ask, asked } = guarded(() => (fails ? Promise.reject(new Error('broken')) : Promise.resolve(ok)));
  for (let round = 1; round <= 3; round += 1) {
    fails = true;
    for (let time = 1; time <= 4; time += 1) await failure(ask('query A { a }'));
    fails = false;
    expect(await ask('query A { a }')).toEqual(ok);
  }
  expect(asked()).toBe(15);
});

function guardedPeer(execute: (request: SubgraphRequest) => Promise<ExecutionResult>): GuardedPeer {
  const refuse = () => Promise.reject(new Error('Only questions are asked here.'));
  const peer: SubgraphPeer = { name: 'imaging', execute, subscribe: refuse, route: refuse };
  return new GuardedPeer(peer, { deadlineMs, logger, metrics: createMetrics() });
}

function operation(peer: GuardedPeer, signal?: AbortSignal) {
  const tokens = { mint: () => Promise.resolve('token'), verify: () => Promise.reject(new Error('not here')) };
  const context = { viewer: null, requestId: 'a-test', purpose: null, expiresAt: null, signal };
  const fetch = subgraphFetch({ peers: new Map([['imaging', peer]]), tokens, deadlines }, context);
  return (query: string) => fetch({ service: 'imaging', query, operationName: undefined, variables: {} });
}

function guarded(execute: (request: SubgraphRequest) => Promise<ExecutionResult>) {
  const queries: string[] = [];
  const counted = vi.fn((request: SubgraphRequest) => {
    queries.push(request.query);
    return execute(request);
  });
  const peer = guardedPeer(counted);
  return {
    ask: (query: string, signal?: AbortSignal) => operation(peer, signal)(query),
    asked: () => counted.mock.calls.length,
    queries: () => queries,
  };
}

/** Never answers, and notes how long it would be waited for. */
function silent() {
  const patience: (number | undefined)[] = [];
  const peer = guardedPeer(({ patienceMs }) => {
    patience.push(patienceMs);
    return new Promise(() => undefined);
  });
  return { peer, patience };
}

async function failureIn(ms: number, asking: Promise<unknown>): Promise<void> {
  const failed = failure(asking);
  for (let passed = 0; passed < ms; passed += STEP_MS) {
    if (await Promise.race([failed.then(() => true), settledSoon()])) return;
    vi.advanceTimersByTime(STEP_MS);
  }
  await failed;
}

/** False once everything that needs no timer has happened. */
function settledSoon(): Promise<boolean> {
  return new Promise((resolve) => setImmediate(() => resolve(false)));
}

async function failure(asking: Promise<unknown>): Promise<void> {
  await expect(asking).rejects.toMatchObject({ extensions: { code: 'UPSTREAM_UNAVAILABLE', service: 'imaging' } });
}
