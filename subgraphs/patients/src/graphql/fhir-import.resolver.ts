/** Importing FHIR bundles. */
import { RequiresScope } from '@huizhen/platform/subgraph/declared-access';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { importFhirBundle } from '../actions/import-fhir-bundle.ts';
import { knownPatient } from '../queries/patient-by-id.ts';
import type { PatientsContext } from '../store/patients.store.ts';
import { FhirImportType, ImportFhirBundleInput } from './fhir-import.type.ts';
import { patientType, PatientType } from './patient.type.ts';

@Resolver(() => FhirImportType)
export class FhirImportResolver {
  @Mutation(() => FhirImportType, {
    description:
      'Import a FHIR R4 bundle into your institution: requesting doctors and partner apps. All that can be taken is, or nothing.',
  })
  @RequiresScope('patients:write')
  importFhirBundle(
    @Ctx() context: PatientsContext,
    @Arg('input', () => ImportFhirBundleInput, { description: 'The bundle.' }) input: ImportFhirBundleInput,
  ): Promise<FhirImportType> {
    return importFhirBundle(context, input);
  }

  @FieldResolver(() => [PatientType], { description: 'Every patient whom the bundle concerned.' })
  patients(@Root() { patientIds }: FhirImportType, @Ctx() context: PatientsContext): Promise<PatientType[]> {
    return Promise.all(patientIds.map(async (id) => patientType(context, await knownPatient(context, id))));
  }
}
