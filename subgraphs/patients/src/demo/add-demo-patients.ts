/** Demo patients enter by the same import as everybody's, each into the institution that manages them. */
import type { ActAs } from '@huizhen/platform/subgraph/define-subgraph';
import { importContents } from '../actions/import-contents.ts';
import { usualTerms } from '../domain/coverage.ts';
import { readBundle } from '../fhir/read-bundle.ts';
import type { PatientsContext, PatientsUnit } from '../store/patients.store.ts';
import { demoConsents } from './demo-consents.ts';
import { demoHistory } from './demo-history.ts';
import { demoPatients, type DemoPatient } from './demo-patients.ts';
import { accountPatient, lookAtRecord } from './look-at-record.ts';

export async function addDemoPatients(context: PatientsContext, now: Date, as: ActAs<PatientsContext>): Promise<void> {
  const there = await context.transact(({ patients }) => patients.placesOf([accountPatient]));
  for (const patient of demoPatients()) {
    await context.transact(async (unit) => {
      await importHistory(context, unit, { patient, now });
      const { id: patientId, institutionId } = patient;
      await unit.coverages.put({ patientId, institutionId, ...usualTerms[patient.insurance] });
      await recordConsents(context, unit, { patient, now });
    });
  }
  if (there.length === 0) await lookAtRecord(as);
}

interface DemoPatientAt {
  readonly patient: DemoPatient;
  readonly now: Date;
}

async function importHistory(
  context: PatientsContext,
  unit: PatientsUnit,
  { patient, now }: DemoPatientAt,
): Promise<void> {
  const reading = readBundle(demoHistory(patient, now));
  if (!reading.ok) throw new Error('A demo history cannot be read.');
  const { institutionId, id } = patient;
  await importContents(unit, reading, { institutionId, ids: context.ids, newPatientId: () => id });
}

async function recordConsents(
  context: PatientsContext,
  unit: PatientsUnit,
  { patient, now }: DemoPatientAt,
): Promise<void> {
  const { institutionId, id: patientId } = patient;
  const there = new Set((await unit.consents.ofPatients([patientId])).map(({ id }) => id));
  const consents = demoConsents(now).filter((consent) => consent.patientId === patientId && !there.has(consent.id));
  for (const consent of consents) {
    await unit.consents.add({ ...consent, institutionId, textVersion: context.settings.CONSENT_TEXT_VERSION });
  }
}
