/** Sends the patient's record as a FHIR R4 bundle; the patient becomes one of the requester's institution. */
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { idempotencyKey, type DemoRun, type Step } from '../demo-run.ts';
import { madeUpBundle } from '../patient/made-up-bundle.ts';
import { StepFailed } from '../step-failed.ts';

const document = `mutation ImportBundle($input: ImportFhirBundleInput!) {
  importFhirBundle(input: $input) {
    created updated unchanged
    patients { id }
    skipped { index resourceType reason }
  }
}`;

const skipped = z.object({ index: z.number(), resourceType: z.string().nullable(), reason: z.string() });
const imported = z.object({
  created: z.number(),
  updated: z.number(),
  unchanged: z.number(),
  patients: z.array(z.object({ id: z.string() })),
  skipped: z.array(skipped),
});
const answer = z.object({ importFhirBundle: imported });
const reasonsShown = 12;

export const importBundle: Step = {
  name: 'import-bundle',
  title: '导入 FHIR 病历 Import the FHIR record',
  async run(demo) {
    const { fhir } = demo.arguments;
    const given = fhir === undefined ? undefined : await importOne(demo, 'import-bundle', await textOf(fhir));
    if (fhir !== undefined && given === undefined)
      demo.print.notice('资料包中没有患者，改用虚构患者 The bundle brings no patient; going on with a made-up one.');
    demo.state.patientId = given ?? (await importMadeUp(demo));
  },
};

async function importMadeUp(demo: DemoRun): Promise<string> {
  const { runId, startedAt } = demo.state;
  const patientId = await importOne(demo, 'import-made-up', madeUpBundle(runId, new Date(startedAt)));
  if (patientId === undefined) throw new StepFailed('虚构患者未导入 The made-up patient was not taken; see above.');
  return patientId;
}

/** The first patient of the bundle, if there is one. */
async function importOne(demo: DemoRun, key: string, bundle: string): Promise<string | undefined> {
  const variables = { input: { bundle, idempotencyKey: idempotencyKey(demo, key) } };
  const { importFhirBundle: result } = await demo.people.requester.ask({ document, variables, answer });
  tell(demo, result);
  return result.patients[0]?.id;
}

function textOf(path: string): Promise<string> {
  return readFile(path, 'utf8').catch(() => {
    throw new StepFailed(`读不到资料包 The bundle given with --fhir cannot be read: ${path}`);
  });
}

function tell({ print }: DemoRun, result: z.output<typeof imported>): void {
  const { created, updated, unchanged, skipped: left } = result;
  print.good(
    `新建 created ${created} · 更新 updated ${updated} · 未变 unchanged ${unchanged} · 略过 skipped ${left.length}`,
  );
  const counts = new Map<string, number>();
  for (const { resourceType, reason } of left) {
    const what = `${resourceType ?? '?'}: ${reason}`;
    counts.set(what, (counts.get(what) ?? 0) + 1);
  }
  for (const [what, count] of [...counts].slice(0, reasonsShown)) print.fact(`略过 skipped ${count} × ${what}`);
  if (counts.size > reasonsShown) print.fact(`… 另有 and ${counts.size - reasonsShown} more reasons`);
}
