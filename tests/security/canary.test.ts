/** Made-up words of one patient go through the whole job at the highest log level, and are then looked for where they must not be. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import pg from 'pg';
import { post, signInAs, type Actor } from '../harness/actor.ts';
import { Canaries } from '../harness/canaries.ts';
import { openClinicAsProcess, type ClinicProcess } from '../harness/clinic-process.ts';
import { CHANGES, practitionerIdOf, QUEUE, type ChangeEvent, type QueueEvent } from '../harness/main-job.ts';
import { reactionsSettled } from '../harness/reactions-settled.ts';
import { openTraceCollector, type TraceCollector } from '../harness/trace-collector.ts';

let platform: ClinicProcess;
let collector: TraceCollector;
/** What the playground is told of how those operations were carried out. */
const explanations: unknown[] = [];
let requester: Actor;
let coordinator: Actor;
let expert: Actor;
const canaries = new Canaries();

beforeAll(async () => {
  collector = await openTraceCollector();
  platform = await openClinicAsProcess({
    LOG_LEVEL: 'trace',
    SLOW_OPERATION_MILLISECONDS: '1',
    OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
    OTEL_BSP_SCHEDULE_DELAY: '50',
  });
  const people = ['requester', 'coordinator', 'expert1'].map((name) => signInAs(platform.url, name));
  const [first, second, third] = await Promise.all(people);
  if (!first || !second || !third) throw new Error('Somebody could not sign in.');
  [requester, coordinator, expert] = [first, second, third];
  await wholeJob();
  await writtenIntoTheOperation();
  await reactionsSettled(platform.databaseUrl);
}, 120_000);
afterAll(async () => {
  await Promise.all([requester, coordinator, expert].map((actor) => actor?.leave()));
  await platform?.clear();
  await collector?.close();
});

test('what is looked for can be found: the people concerned do see it', async () => {
  const query = 'query Find($name: String!) { patients(search: $name) { nodes { name phone } } }';
  const { data } = await post(
    platform.url,
    { query, variables: { name: canaries.name } },
    { authorization: `Bearer ${requester.accessToken}`, 'x-purpose': 'finding the patient again' },
  );
  expect(canaries.foundIn(JSON.stringify(data))).toEqual(expect.arrayContaining([canaries.name, canaries.phone]));
});

test('nothing is in the metrics', async () => {
  const metrics = await (await fetch(new URL('/metrics', platform.url))).text();
  expect(metrics).toContain('huizhen_operation_seconds');
  expect(metrics).toMatch(
    /huizhen_operations_total\{operation="other",kind="query",outcome="ok",client="other"\} [1-9]/,
  );
  expect(metrics).toMatch(/huizhen_subgraph_fetch_seconds_count\{subgraph="patients",outcome="ok"\} [1-9]/);
  expect(metrics).toMatch(/huizhen_reactions_total\{subgraph="\w+",reaction="[\w-]+",outcome="ok"\} [1-9]/);
  expect(metrics).toMatch(/huizhen_reaction_events_behind\{subgraph="\w+"\} 0/);
  expect(metrics).toMatch(/huizhen_subscriptions\{transport="websocket"\} \d/);
  expect(canaries.foundIn(metrics)).toEqual([]);
});

test('nothing is in the traces, which do tell of statements and of refusals', async () => {
  await expect.poll(() => collector.sent).toContain('mutation Change');
  await expect.poll(() => collector.sent).toMatch(/insert into .*patients/i);
  await expect.poll(() => collector.sent).toContain('BAD_USER_INPUT');
  expect(canaries.foundIn(collector.sent)).toEqual([]);
});

test('nothing is in the explanations', () => {
  expect(explanations).toContainEqual(
    expect.objectContaining({ plan: expect.stringContaining('patients(search: "…")') }),
  );
  expect(canaries.foundIn(JSON.stringify(explanations))).toEqual([]);
});

test('nothing is in the errors that those who may not see it get', async () => {
  const nosy = await signInAs(platform.url, 'expert2');
  const answers = [
    await nosy.answer('query N($s: String) { patients(search: $s) { nodes { name } } }', { s: canaries.name }),
    await requester.answer(
      'mutation B($input: ImportFhirBundleInput!) { importFhirBundle(input: $input) { created } }',
      {
        input: { bundle: canaries.bundle(randomUUID()).slice(0, -20) },
      },
    ),
    await requester.answer(
      'mutation C($input: CreateConsultationInput!) { createConsultation(input: $input) { id } }',
      {
        input: {
          patientId: randomUUID(),
          kind: 'CONSULTATION',
          urgency: 'URGENT',
          specialty: '',
          reason: canaries.reason,
          summary: canaries.summary,
        },
      },
    ),
  ];
  await nosy.leave();
  for (const { errors } of answers) expect(errors?.length).toBeGreaterThan(0);
  expect(canaries.foundIn(JSON.stringify(answers.map(({ errors }) => errors)))).toEqual([]);
});

test('nothing is readable in any column of any table: jobs, events and access log included', async () => {
  await withClient(async (client) => {
    const { rows: tables } = await client.query<{ name: string }>(
      `SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
       WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')`,
    );
    expect(tables.length).toBeGreaterThan(40);
    const hits: string[] = [];
    for (const { name } of tables) {
      // Bytes come as hexadecimal digits, which is one of the writings that are looked for.
      const { rows } = await client.query<{ row: string }>(`SELECT t::text AS row FROM ${name} t`);
      for (const { row } of rows) for (const hit of canaries.foundIn(row)) hits.push(`${name}: ${hit}`);
    }
    expect(hits).toEqual([]);
  });
});

test('nothing is in what the process prints, of failures neither', async () => {
  await withClient(async (client) => {
    await client.query('REVOKE INSERT ON patients.resources FROM huizhen_patients');
    const bundle = canaries.bundle(randomUUID());
    const { errors } = await requester.answer(
      'mutation F($input: ImportFhirBundleInput!) { importFhirBundle(input: $input) { created } }',
      { input: { bundle } },
    );
    expect(errors?.[0]?.extensions?.['code']).toBe('INTERNAL');
    expect(canaries.foundIn(JSON.stringify(errors))).toEqual([]);
  });
  await expect.poll(() => platform.output).toContain('an operation failed unexpectedly');
  expect(platform.output).toMatch(/"outcome":"ok".*"msg":"operation"/);
  expect(platform.output).toMatch(/"plan":"QueryPlan.*importFhirBundle.*"msg":"slow operation"/);
  expect(canaries.foundIn(platform.output)).toEqual([]);
});

async function wholeJob(): Promise<void> {
  const { importFhirBundle } = await requester.run<{ importFhirBundle: { patients: { id: string }[] } }>(
    'mutation I($input: ImportFhirBundleInput!) { importFhirBundle(input: $input) { patients { id name } } }',
    { input: { bundle: canaries.bundle(randomUUID()) } },
  );
  const patientId = importFhirBundle.patients[0]?.id;
  await change(requester, 'recordConsent', 'RecordConsentInput', {
    patientId,
    purpose: 'REMOTE_CONSULTATION',
    signedBy: canaries.name,
  });
  const consultationId = await change(requester, 'createConsultation', 'CreateConsultationInput', {
    patientId,
    kind: 'CONSULTATION',
    urgency: 'URGENT',
    specialty: '心血管内科',
    diseaseCode: 'I10',
    reason: canaries.reason,
    summary: canaries.summary,
    idempotencyKey: randomUUID(),
  });
  const queue = coordinator.watch<QueueEvent>(QUEUE);
  const changes = requester.watch<ChangeEvent>(CHANGES, { id: consultationId });
  const note = canaries.note;
  const plain = (actor: Actor, name: string) => change(actor, name, 'ConsultationInput', { consultationId, note });
  await plain(requester, 'submitConsultation');
  await plain(coordinator, 'approveConsultation');
  await change(coordinator, 'inviteExperts', 'InviteExpertsInput', {
    consultationId,
    expertIds: [await practitionerIdOf(expert)],
  });
  await plain(expert, 'acceptInvitation');
  await plain(requester, 'startSession');
  await plain(requester, 'endSession');
  await change(expert, 'signOpinion', 'SignOpinionInput', {
    consultationId,
    diagnosis: canaries.diagnosis,
    advice: canaries.advice,
  });
  await change(requester, 'completeConsultation', 'CompleteConsultationInput', {
    consultationId,
    conclusion: canaries.conclusion,
  });
  await queue.until(({ consultationQueue }) => consultationQueue.kind === 'LEFT');
  await changes.until(({ consultationChanged }) => consultationChanged.consultation.status === 'COMPLETED');
}

/** As people do who try things out: the values stand in the text, in aliases, and in names that are the caller's to choose. */
async function writtenIntoTheOperation(): Promise<void> {
  const { name, phone, reason, summary } = canaries;
  const bundle = JSON.stringify(canaries.bundle(randomUUID()));
  const operations = [
    `query Find${phone} { p${phone}: patients(search: "${name}") { nodes { n${phone}: name } } }`,
    `mutation Import { importFhirBundle(input: { bundle: ${bundle} }) { patients { id } } }`,
    `mutation Ask { createConsultation(input: { patientId: "${randomUUID()}", kind: CONSULTATION, urgency: URGENT,
       specialty: "", reason: "${reason}", summary: """${summary}""" }) { id } }`,
    `query Wrong${phone} { patients(search: "${name}") { p${phone} } }`,
  ];
  for (const query of operations) {
    const headers = { authorization: `Bearer ${requester.accessToken}`, 'x-client-name': `tablet of ${phone}` };
    const { extensions } = await post(platform.url, { query, extensions: { explain: true } }, headers);
    if (extensions) explanations.push(extensions['explain']);
  }
}

async function change(actor: Actor, name: string, input: string, values: object): Promise<string> {
  const data = await actor.run<Record<string, { id: string }>>(
    `mutation Change($input: ${input}!) { ${name}(input: $input) { id } }`,
    { input: values },
  );
  return data[name]?.id ?? '';
}

async function withClient(work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: platform.databaseUrl });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
