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
const reasonsShown = 5;

export const importBundle: Step = {
  name: 'import-bundle',
  title: '导入 FHIR 病历 Import the FHIR record',
  async run(demo) {
    const input = { bundle: await bundleOf(demo), idempotencyKey: idempotencyKey(demo, 'import-bundle') };
    const { importFhirBundle: result } = await demo.people.requester.ask({ document, variables: { input }, answer });
    tell(demo, result);
    const [first] = result.patients;
    if (first === undefined)
      throw new StepFailed('资料包中没有可用的患者 The bundle has no usable patient; see the reasons above.');
    demo.state.patientId = first.id;
  },
};

async function bundleOf({ arguments: { fhir }, state }: DemoRun): Promise<string> {
  if (fhir === undefined) return madeUpBundle(state.runId, new Date(state.startedAt));
  return readFile(fhir, 'utf8').catch(() => {
    throw new StepFailed(`读不到资料包 The bundle given with --fhir cannot be read: ${fhir}`);
  });
}

function tell({ print }: DemoRun, result: z.output<typeof imported>): void {
  const { created, updated, unchanged, skipped: left } = result;
  print.good(
    `新建 created ${created} · 更新 updated ${updated} · 未变 unchanged ${unchanged} · 略过 skipped ${left.length}`,
  );
  for (const { index, resourceType, reason } of left.slice(0, reasonsShown)) {
    print.fact(`#${index} ${resourceType ?? '?'}: ${reason}`);
  }
  if (left.length > reasonsShown) print.fact(`… 另有 and ${left.length - reasonsShown} more`);
}
