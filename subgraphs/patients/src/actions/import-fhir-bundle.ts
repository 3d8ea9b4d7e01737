/** A requesting doctor or partner app brings records into their institution: all of the bundle that can be taken, or nothing. */
import { allow } from '@huizhen/platform/access/allow';
import { BadUserInput, Forbidden } from '@huizhen/platform/errors/expected-errors';
import { z } from 'zod';
import { mayImport } from '../domain/patient-policy.ts';
import { readBundle, type BundleContents } from '../fhir/read-bundle.ts';
import type { PatientsContext } from '../store/patients.store.ts';
import { importContents, type ImportOutcome } from './import-contents.ts';

export interface BundleToImport {
  /** A FHIR R4 Bundle as JSON text. */
  readonly bundle: string;
  readonly idempotencyKey?: string | null | undefined;
}

const remembered = z.object({
  patientIds: z.array(z.string()),
  created: z.number(),
  updated: z.number(),
  unchanged: z.number(),
  skipped: z.array(z.object({ index: z.number(), resourceType: z.string().nullable(), reason: z.string() })),
});

export async function importFhirBundle(context: PatientsContext, input: BundleToImport): Promise<ImportOutcome> {
  const institutionId = await importingInstitution(context);
  const contents = contentsOf(input.bundle);
  return context.once<ImportOutcome, z.infer<typeof remembered>>(
    { name: 'importFhirBundle', input },
    {
      act: (unit) =>
        importContents(unit, contents, { institutionId, newPatientId: () => context.ids.next(), ids: context.ids }),
      remember: ({ patientIds, skipped, ...counts }) => ({
        ...counts,
        patientIds: [...patientIds],
        skipped: [...skipped],
      }),
      remembered,
      again: (_unit, outcome) => Promise.resolve(outcome),
    },
  );
}

async function importingInstitution(context: PatientsContext): Promise<string> {
  const viewer = context.signedIn();
  const decision = mayImport(viewer);
  // Within a read, so that a refusal is recorded; none is opened beside the import's own transaction.
  if (!decision.allowed) {
    await context.read(async () => allow(decision, 'patient.import', { id: viewer.subject, patientId: null }));
  }
  if (viewer.institutionId === null) {
    throw new Forbidden('Records are imported into an institution, and this account has none.');
  }
  return viewer.institutionId;
}

function contentsOf(bundle: string): BundleContents {
  const reading = readBundle(bundle);
  if (!reading.ok) throw new BadUserInput(reading.faults);
  return reading;
}
