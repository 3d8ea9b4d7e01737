/** The repositories of the patients subgraph on one transaction. */
import type { Context, Unit, UnitTools } from '@huizhen/platform/subgraph/context';
import type { PatientsSettings } from '../config.ts';
import { AccessRepository } from './access.repository.ts';
import { ConsentRepository } from './consent.repository.ts';
import { CoverageRepository } from './coverage.repository.ts';
import { indexesWith } from './indexes.ts';
import { PatientImportRepository } from './patient-import.repository.ts';
import { PatientRepository } from './patient.repository.ts';
import { RecordImportRepository } from './record-import.repository.ts';
import { RecordRepository } from './record.repository.ts';

export function patientsStore(tools: UnitTools) {
  return {
    patients: new PatientRepository(tools),
    records: new RecordRepository(tools),
    consents: new ConsentRepository(tools),
    accesses: new AccessRepository(tools),
    coverages: new CoverageRepository(tools),
    patientImports: new PatientImportRepository(tools),
    recordImports: new RecordImportRepository(tools),
    indexes: indexesWith(tools.keys),
  };
}

type PatientsStore = ReturnType<typeof patientsStore>;
export type PatientsUnit = Unit<PatientsStore>;
export type PatientsContext = Context<PatientsStore, PatientsSettings>;
