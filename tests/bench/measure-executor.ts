/** The compiled executor alone against Apollo's: the queue's plan, with answers that cost next to nothing. */
import { apolloExecutor } from '@huizhen/gateway/federation/apollo-executor';
import { CompiledExecutor } from '@huizhen/gateway/federation/compiled-executor';
import { GraphVersion } from '@huizhen/gateway/federation/graph-version';
import type { PlanCall, PlanExecutor } from '@huizhen/gateway/federation/plan-executor';
import { readSupergraph } from '@huizhen/gateway/composition/schema-files';
import type { Fetch } from '@huizhen/gateway/sources/subgraph-fetch';
import { createMetrics } from '@huizhen/gateway/telemetry/metrics';
import { parse, type ExecutionResult } from 'graphql';
import type { Measured } from './measured.ts';
import { QUEUE_QUERY } from './queue-query.ts';

const ROWS = 50;
const ROUNDS = 5;
const BATCH = 500;

export async function measureExecutor(): Promise<Measured> {
  const version = new GraphVersion(await readSupergraph());
  const operation = { document: parse(QUEUE_QUERY), source: QUEUE_QUERY, operationName: undefined };
  const call = { version, operation, plan: version.plan(operation), variables: {}, fetch: cannedAnswer };
  const compiled = new CompiledExecutor({ compilations: createMetrics().compilations, otherwise: apolloExecutor });
  const answers = await Promise.all([compiled, apolloExecutor].map((executor) => executor.execute(call)));
  const [ours, theirs] = answers.map(({ text }) => JSON.stringify(JSON.parse(text)));
  if (ours !== theirs || ours === 'null')
    throw new Error('The executors do not give the same answer, so their speeds say nothing.');
  const times = { own: 0, apollo: 0 };
  for (let round = 0; round < ROUNDS; round += 1) {
    times.apollo += await cpuMilliseconds(apolloExecutor, call);
    times.own += await cpuMilliseconds(compiled, call);
  }
  const row = (executor: string, time: number) => ({
    executor,
    'CPU ms an operation': (time / (ROUNDS * BATCH)).toFixed(2),
    ratio: `${(times.apollo / time).toFixed(1)}×`,
  });
  return {
    title: `Executor alone, queue of ${ROWS} with four federated fields, ${(ours ?? '').length} bytes of answer`,
    how: `The plan of the queue query, executed by each executor in one process with answers of subgraphs made in memory; both give the same bytes. Time of the processor, interleaved batches.`,
    rows: [row('compiled', times.own), row('executeQueryPlan of @apollo/gateway', times.apollo)],
  };
}

/** Time of the processor, which others on the machine don't share. */
async function cpuMilliseconds(executor: PlanExecutor, call: PlanCall): Promise<number> {
  for (let n = 0; n < BATCH / 5; n += 1) await executor.execute(call);
  const begun = process.cpuUsage();
  for (let n = 0; n < BATCH; n += 1) await executor.execute(call);
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1_000;
}

/** New objects each time, as from a subgraph: executors change what they are given. */
function cannedAnswer({ service, variables: { representations } }: Fetch): Promise<ExecutionResult> {
  const data = Array.isArray(representations)
    ? { _entities: representations.map((entity: unknown) => cannedEntity(service, entity)) }
    : { consultations: { nodes: Array.from({ length: ROWS }, (_, n) => cannedConsultation(n)) } };
  return Promise.resolve({ data });
}

function cannedConsultation(n: number) {
  return {
    __typename: 'Consultation',
    id: `consultation-${n}`,
    number: `HZ-2026-${10_000 + n}`,
    status: 'PENDING',
    patient: { __typename: 'Patient', id: `patient-${n}` },
    invitations: [0, 1].map((seat) => ({
      status: 'REQUESTED',
      expert: { __typename: 'Expert', id: `expert-${(n + seat) % 10}` },
    })),
    institution: { __typename: 'Institution', id: `institution-${n % 5}` },
  };
}

function cannedEntity(service: string, entity: unknown) {
  if (service === 'billing') return { invoice: { patientFen: 12_300 } };
  if (service === 'experts')
    return { practitioner: { __typename: 'Practitioner', id: `practitioner of ${JSON.stringify(entity)}` } };
  return { name: service === 'patients' ? '王小明' : '协和医院' };
}
