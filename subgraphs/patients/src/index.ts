/** Patients: who they are, what is on record about them, and what they agreed to. */
import { defineSubgraph } from '@huizhen/platform/subgraph/define-subgraph';
import { patientsSettings } from './config.ts';
import { addDemoPatients } from './demo/add-demo-patients.ts';
import { BetweenServicesResolver } from './graphql/between-services.resolver.ts';
import { ConsentResolver } from './graphql/consent.resolver.ts';
import { FhirImportResolver } from './graphql/fhir-import.resolver.ts';
import { MedicalRecordResolver } from './graphql/medical-record.resolver.ts';
import { PatientResolver } from './graphql/patient.resolver.ts';
import { patientsReferences } from './graphql/patients.references.ts';
import { endConsent } from './reactions/end-consent.ts';
import { patientsMigrations } from './store/migrations.ts';
import { consentSchema, coverageSchema } from './store/patients.schema.ts';
import { patientsStore } from './store/patients.store.ts';

export const patients = defineSubgraph({
  name: 'patients',
  tellsAccesses: true,
  settings: patientsSettings,
  resolvers: [PatientResolver, MedicalRecordResolver, ConsentResolver, FhirImportResolver, BetweenServicesResolver],
  references: patientsReferences,
  entities: [consentSchema, coverageSchema],
  migrations: patientsMigrations,
  jobs: [endConsent],
  store: patientsStore,
  demo: addDemoPatients,
});
