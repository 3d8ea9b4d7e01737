/** A list of fifty costs as many SQL statements as a list of five: whatever hangs on its rows is fetched for all at once. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '../harness/actor.ts';
import { openClinic, type Clinic } from '../harness/clinic.ts';
import { bundleOf, createConsultation, practitionerIdOf, recordConsent, step } from '../harness/main-job.ts';
import { reactionsSettled } from '../harness/reactions-settled.ts';

const ROWS = 50;

const LIST = `query List($first: Int!) {
  consultations(first: $first, statuses: [ASSIGNED]) {
    nodes {
      id
      patient { name }
      invitations { expert { practitioner { name } } }
      institution { name }
      invoice { patientFen }
    }
  }
}`;

interface List {
  readonly consultations: {
    readonly nodes: readonly {
      patient: { name: string };
      invitations: readonly { expert: { practitioner: { name: string } } }[];
      institution: { name: string };
      invoice: { patientFen: number } | null;
    }[];
  };
}

const statements = new Map<string, number>();
let clinic: Clinic;
let requester: Actor;

beforeAll(async () => {
  clinic = await openClinic({
    onStatement: (subgraph) => void statements.set(subgraph, (statements.get(subgraph) ?? 0) + 1),
  });
  requester = await clinic.as('requester');
  const patients = await manyPatients();
  for (let at = 0; at < patients.length; at += 5) await Promise.all(patients.slice(at, at + 5).map(assigned));
  await reactionsSettled(clinic.databaseUrl);
}, 120_000);
afterAll(() => clinic?.stop());

test('statements do not multiply with rows, in any subgraph', async () => {
  await counted(ROWS);
  const few = await counted(5);
  const many = await counted(ROWS);
  expect(many.list.consultations.nodes).toHaveLength(ROWS);
  expect(few.list.consultations.nodes).toHaveLength(5);
  for (const { patient, invitations, institution, invoice } of many.list.consultations.nodes) {
    expect(patient.name).toBeTruthy();
    expect(invitations[0]?.expert.practitioner.name).toBeTruthy();
    expect(institution.name).toBeTruthy();
    expect(invoice?.patientFen).toBeTypeOf('number');
  }
  expect(few.statements.size).toBeGreaterThanOrEqual(4);
  expect(Object.fromEntries(many.statements)).toEqual(Object.fromEntries(few.statements));
});

async function counted(first: number): Promise<{ list: List; statements: Map<string, number> }> {
  statements.clear();
  const list = await requester.run<List>(LIST, { first });
  return { list, statements: new Map(statements) };
}

async function manyPatients(): Promise<string[]> {
  const entry = Array.from(
    { length: ROWS },
    () => (JSON.parse(bundleOf(randomUUID())) as { entry: unknown[] }).entry,
  ).flat();
  const bundle = JSON.stringify({ resourceType: 'Bundle', type: 'transaction', entry });
  const { importFhirBundle } = await requester.run<{ importFhirBundle: { patients: { id: string }[] } }>(
    'mutation Import($input: ImportFhirBundleInput!) { importFhirBundle(input: $input) { patients { id } } }',
    { input: { bundle } },
  );
  return importFhirBundle.patients.map(({ id }) => id);
}

async function assigned(patientId: string): Promise<void> {
  const [coordinator, expert] = await Promise.all([clinic.as('coordinator'), clinic.as('expert1')]);
  await recordConsent(requester, patientId);
  const { id } = await createConsultation(requester, patientId);
  await step.submit(requester, id);
  await step.approve(coordinator, id);
  await step.invite(coordinator, id, [await practitionerIdOf(expert)]);
  await step.accept(expert, id);
}
