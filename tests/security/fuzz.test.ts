/**
 * Operations generated from the published schema, with good, strange and impossible values, asked by all sorts of people: none may
 * fail on our side, hang, or tell what is not theirs. FUZZ_OPERATIONS and FUZZ_SEED choose how many and which.
 */
import type { Viewer } from '@huizhen/platform/access/viewer';
import { errorCodes } from '@huizhen/platform/errors/error-code';
import fc from 'fast-check';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { post, type Answer } from '../harness/actor.ts';
import { Canaries } from '../harness/canaries.ts';
import { openClinic, type Clinic } from '../harness/clinic.ts';
import { insiderOf, viewerOf, type Insider } from '../harness/insider.ts';
import { publishedSchema } from '../harness/published-schema.ts';
import { RawSocket } from '../harness/raw-socket.ts';
import { HostileValues } from './fuzz/hostile-values.ts';
import { knownThings } from './fuzz/known-things.ts';
import { operations, type WrittenOperation } from './fuzz/operation-writer.ts';

const COUNT = Number(process.env['FUZZ_OPERATIONS'] ?? 400);
const SEED = Number(process.env['FUZZ_SEED'] ?? 20_261_120);
const PATIENCE_MS = 2_000;

const people = [
  'requester',
  'expert1',
  'coordinator',
  'patient',
  'finance',
  'pharmacist',
  'auditor',
  'admin',
  'partner',
  'nobody',
];
/** To whom nothing of the patient with the canary words is ever told. */
const strangers = new Set(['patient', 'finance', 'pharmacist', 'auditor', 'admin', 'nobody']);

const canaries = new Canaries();
const contractCodes = new Set<unknown>(errorCodes);
let clinic: Clinic;
let tokens: Tokens;

beforeAll(async () => {
  clinic = await openClinic();
  tokens = await Tokens.of(clinic);
  await (
    await clinic.as('requester')
  ).run('mutation C($input: ImportFhirBundleInput!) { importFhirBundle(input: $input) { created } }', {
    input: { bundle: canaries.bundle('018f0000-0000-7000-8000-00000000c0de') },
  });
}, 120_000);
afterAll(() => clinic?.stop());

test(
  `${COUNT} generated operations: no failure of ours, nothing hanging, nothing told`,
  async () => {
    const values = new HostileValues(await knownThings(clinic.databaseUrl));
    const asked = fc.record({
      who: fc.constantFrom(...people),
      operation: operations(await publishedSchema(), values, ['query', 'query', 'mutation']),
    });
    const faults = new Map<string, string>();
    let answered = 0;
    for (const { who, operation } of fc.sample(asked, { numRuns: COUNT, seed: SEED })) {
      const { fault, executed } = await faultOf(who, operation);
      if (executed) answered += 1;
      const shown = `${who}: ${operation.query}\n${JSON.stringify(operation.variables).slice(0, 600)}`;
      const known = fault === null ? '' : faults.get(fault);
      // At once, for long runs.
      if (fault !== null && known === undefined) process.stdout.write(`${fault}\n${shown}\n`);
      if (fault !== null && (known === undefined || known.length > shown.length)) faults.set(fault, shown);
    }
    process.stdout.write(`fuzz: ${COUNT} operations, ${answered} with data\n`);
    expect([...faults].map(([fault, shown]) => `${fault}\n${shown}`)).toEqual([]);
    expect(answered).toBeGreaterThan(COUNT / 10);
    await expect.poll(() => transactionsLeftOpen(), { timeout: 10_000 }).toBe(0);
  },
  120_000 + COUNT * 300,
);

test(
  'generated subscriptions: refused or begun, and the socket goes on',
  async () => {
    const values = new HostileValues(await knownThings(clinic.databaseUrl));
    const asked = operations(await publishedSchema(), values, ['subscription']);
    const { authorization = '' } = await tokens.headerOf('coordinator');
    const socket = await RawSocket.open(clinic.url);
    await socket.init(authorization.replace('Bearer ', ''));
    const faults = new Set<string>();
    for (const [n, payload] of fc.sample(asked, { numRuns: Math.ceil(COUNT / 5), seed: SEED }).entries()) {
      const id = `${n}`;
      // A larger message ends the socket, as it should.
      if (Buffer.byteLength(JSON.stringify(payload)) > 60_000) continue;
      socket.send({ id, type: 'subscribe', payload });
      // A change may never come, so the answer to a question behind it says that the subscription was looked at.
      socket.send({ id: `after ${n}`, type: 'subscribe', payload: { query: '{ me { id } }' } });
      await socket.until((message) => message['id'] === `after ${n}`);
      socket.send({ id, type: 'complete' });
      const answers = socket.received.filter((message) => message['id'] === id && message['type'] !== 'complete');
      const results = answers.map(({ type, payload: told }) => (type === 'error' ? { errors: told } : told));
      const fault = results
        .map((one) => faultIn('coordinator', payload, JSON.stringify(one)))
        .find((one) => one !== null);
      if (fault) faults.add(`${fault}\n${JSON.stringify(payload).slice(0, 600)}`);
    }
    socket.end();
    expect([...faults]).toEqual([]);
  },
  60_000 + COUNT * 50,
);

/** Each holds a connection of a pool that ends some day. */
async function transactionsLeftOpen(): Promise<number> {
  const client = new pg.Client({ connectionString: clinic.databaseUrl });
  await client.connect();
  const { rowCount } = await client.query(
    `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND state = 'idle in transaction' AND state_change < now() - interval '1 second'`,
  );
  await client.end();
  return rowCount ?? 0;
}

/** What is wrong with an answer, in words that are the same for the same cause; null for nothing. */
async function faultOf(who: string, operation: WrittenOperation): Promise<{ fault: string | null; executed: boolean }> {
  const started = performance.now();
  const response = await fetch(clinic.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(await tokens.headerOf(who)) },
    body: JSON.stringify(operation),
    signal: AbortSignal.timeout(3 * PATIENCE_MS),
  }).catch(() => null);
  if (!response) return { fault: `hanging: ${rootOf(operation)}`, executed: false };
  const text = await response.text();
  const ms = performance.now() - started;
  const executed = text.includes('"data":{');
  const told = (fault: string | null) => ({ fault, executed });
  if (response.status >= 500) return told(`status ${response.status} ${rootOf(operation)}`);
  const slow = ms > PATIENCE_MS && ms > 20 * (await trifleMs());
  return told(faultIn(who, operation, text) ?? (slow ? `slow: ${rootOf(operation)}` : null));
}

/** How long this machine takes now for next to nothing. */
async function trifleMs(): Promise<number> {
  const started = performance.now();
  await post(clinic.url, { query: '{ me { id } }' });
  return performance.now() - started;
}

function faultIn(who: string, operation: WrittenOperation, text: string): string | null {
  const { errors = [] } = JSON.parse(text) as Answer;
  const wrong = errors.find((error) => !contractCodes.has(error.extensions?.['code']) || isOurs(error));
  if (wrong) return `${String(wrong.extensions?.['code'])} at ${placeOf(wrong.path)} of ${rootOf(operation)}`;
  if (canaries.foundIn(JSON.stringify(errors)).length > 0 && !JSON.stringify(operation).includes('鸢尾'))
    return 'patient data in an error';
  if (strangers.has(who) && canaries.foundIn(text).length > 0) return `told to ${who}: ${rootOf(operation)}`;
  return null;
}

function placeOf(path: readonly (string | number)[] = []): string {
  return path.filter((part) => typeof part === 'string').join('.');
}

/** There is no LiveKit beside these tests, which the mutation that needs it says. */
function isOurs({ extensions, path }: NonNullable<Answer['errors']>[number]): boolean {
  const code = extensions?.['code'];
  return code === 'INTERNAL' || (code === 'UPSTREAM_UNAVAILABLE' && path?.[0] !== 'joinRoom');
}

function rootOf({ query }: WrittenOperation): string {
  return /\{ (\w+)/.exec(query)?.[1] ?? '';
}

/** Access tokens live ten minutes, which a long run outlives. */
class Tokens {
  private readonly issued = new Map<string, { token: string; at: number }>();
  private readonly insider: Insider;
  private readonly viewers: ReadonlyMap<string, Viewer>;

  private constructor(insider: Insider, viewers: ReadonlyMap<string, Viewer>) {
    this.insider = insider;
    this.viewers = viewers;
  }

  static async of(at: Clinic): Promise<Tokens> {
    const names = people.filter((name) => name !== 'nobody');
    const viewers = await Promise.all(names.map(async (name) => [name, viewerOf(await at.as(name))] as const));
    return new Tokens(await insiderOf(at), new Map(viewers));
  }

  async headerOf(who: string): Promise<Record<string, string>> {
    const viewer = this.viewers.get(who);
    if (!viewer) return {};
    const known = this.issued.get(who);
    const fresh = known && performance.now() - known.at < 300_000;
    const token = fresh ? known.token : await this.insider.accessToken(viewer);
    if (!fresh) this.issued.set(who, { token, at: performance.now() });
    return { authorization: `Bearer ${token}` };
  }
}
