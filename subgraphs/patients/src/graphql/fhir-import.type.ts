/** FhirImport in the graph. */
import { Field, InputType, Int, ObjectType } from 'type-graphql';

@InputType('ImportFhirBundleInput', { description: 'Records from another system.' })
export class ImportFhirBundleInput {
  @Field(() => String, { description: 'A FHIR R4 Bundle (transaction, batch, collection, searchset) as JSON text.' })
  bundle!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The same key with the same bundle answers the same and imports once.',
  })
  idempotencyKey?: string | null;
}

@ObjectType('SkippedResource', { description: 'An entry of the bundle that was left out.' })
export class SkippedResourceType {
  @Field(() => Int, { description: 'Its place in the bundle, from 0.' })
  index!: number;

  @Field(() => String, { nullable: true, description: 'Its FHIR type, where it names one.' })
  resourceType!: string | null;

  @Field(() => String, { description: 'Why, and what to do about it.' })
  reason!: string;
}

@ObjectType('FhirImport', { description: 'What became of a bundle. Importing it again changes nothing.' })
export class FhirImportType {
  patientIds!: readonly string[];

  @Field(() => Int, { description: 'Resources that were new, patients included.' })
  created!: number;

  @Field(() => Int, { description: 'Resources that replaced an older version.' })
  updated!: number;

  @Field(() => Int, { description: 'Resources that were here already, word for word.' })
  unchanged!: number;

  @Field(() => [SkippedResourceType], { description: 'Entries that were left out, in the order of the bundle.' })
  skipped!: readonly SkippedResourceType[];
}
