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
const WARM_UP = 300;
const SECONDS = 5;

export async function measureExecutor(): Promise<Measured> {
  const version = new GraphVersion(await readSupergraph());
  const operation = { document: parse(QUEUE_QUERY), source: QUEUE_QUERY, operationName: undefined };
  const call = { version, operation, plan: version.plan(operation), variables: {}, fetch: cannedAnswer };
  const compiled = new CompiledExecutor({ compilations: createMetrics().compilations, otherwise: apolloExecutor });
  const answers = await Promise.all([compiled, apolloExecutor].map((executor) => executor.execute(call)));
  const [ours, theirs] = answers.map(({ text }) => JSON.stringify(JSON.parse(text)));
  if (ours !== theirs || ours === 'null')
    throw new Error('The executors do not give the same answer, so their speeds say nothing.');
  const apollo = await perSecond(apolloExecutor, call);
  const own = await perSecond(compiled, call);
  return {
    title: `Executor alone, queue of ${ROWS} with four federated fields, ${(ours ?? '').length} bytes of answer`,
    rows: [
      { executor: 'compiled', 'operations/s': own, ratio: `${(own / apollo).toFixed(1)}×` },
      { executor: 'executeQueryPlan of @apollo/gateway', 'operations/s': apollo, ratio: '1.0×' },
    ],
  };
}

async function perSecond(executor: PlanExecutor, call: PlanCall): Promise<number> {
  for (let n = 0; n < WARM_UP; n += 1) await executor.execute(call);
  const begun = performance.now();
  let operations = 0;
  for (; performance.now() - begun < SECONDS * 1_000; operations += 1) await executor.execute(call);
  return (operations * 1_000) / (performance.now() - begun);
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
