/** MedicalRecord and its entries in the graph. */
import { connectionOf } from '@huizhen/platform/subgraph/connection';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, Float, ID, ObjectType } from 'type-graphql';

@ObjectType('MedicalRecord', { description: 'The FHIR R4 resources of one patient, newest first, filtered by code and time.' })
export class MedicalRecordType {
  patientId!: string;
}

@ObjectType('Coding', { description: 'A code out of a system such as LOINC or ICD-10. FHIR R4 Coding.' })
export class CodingType {
  @Field(() => String, { nullable: true, description: 'The system as a URI; null where the source only gave words.' })
  system!: string | null;

  @Field(() => String, { description: 'The code.' })
  code!: string;

  @Field(() => String, { nullable: true, description: 'The code in words.' })
  display!: string | null;
}

@ObjectType('Encounter', { description: 'One visit (就诊). FHIR R4 Encounter.' })
export class EncounterType {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => CodingType, { description: 'What kind of visit it was.' })
  code!: CodingType;

  @Field(() => String, { nullable: true, description: 'HL7 v3 ActCode: AMB, IMP, EMER, VR …' })
  classCode!: string | null;

  @Field(() => String, { nullable: true, description: 'Code of FHIR R4 EncounterStatus.' })
  status!: string | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it began.' })
  startedAt!: Date | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it ended.' })
  endedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'The reason in words.' })
  text!: string | null;
}

@ObjectType('Condition', { description: 'A diagnosis or problem (诊断). FHIR R4 Condition.' })
export class ConditionType {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => CodingType, { description: 'The diagnosis.' })
  code!: CodingType;

  @Field(() => String, { nullable: true, description: 'Clinical status: active, recurrence, remission, resolved …' })
  status!: string | null;

  @Field(() => String, { nullable: true, description: 'Verification status: confirmed, provisional, differential …' })
  verification!: string | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it began, or was first recorded.' })
  effectiveAt!: Date | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was over.' })
  endedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'The note of the source.' })
  text!: string | null;
}

@ObjectType('ObservationComponent', { description: 'One value of a panel, such as systolic pressure.' })
export class ObservationComponentType {
  @Field(() => CodingType, { description: 'What was measured.' })
  code!: CodingType;

  @Field(() => Float, { nullable: true, description: 'The number.' })
  value!: number | null;

  @Field(() => String, { nullable: true, description: 'Its unit.' })
  unit!: string | null;

  @Field(() => String, { nullable: true, description: 'The value in words, where it is no plain number.' })
  text!: string | null;
}

@ObjectType('Observation', { description: 'Something measured or stated (检验检查结果). FHIR R4 Observation.' })
export class ObservationType {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => CodingType, { description: 'What was measured.' })
  code!: CodingType;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was true of the patient.' })
  effectiveAt!: Date | null;

  @Field(() => Float, { nullable: true, description: 'The number.' })
  value!: number | null;

  @Field(() => String, { nullable: true, description: 'Its unit.' })
  unit!: string | null;

  @Field(() => String, { nullable: true, description: 'The value in words, where it is no plain number.' })
  text!: string | null;

  @Field(() => String, { nullable: true, description: 'Code of FHIR R4 ObservationStatus.' })
  status!: string | null;

  @Field(() => [ObservationComponentType], { description: 'The values of a panel such as blood pressure.' })
  components!: readonly ObservationComponentType[];
}

@ObjectType('Medication', { description: 'A drug prescribed or taken (用药). FHIR R4 MedicationRequest and MedicationStatement.' })
export class MedicationType {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => CodingType, { description: 'The drug.' })
  code!: CodingType;

  @Field(() => Boolean, { description: 'Prescribed; otherwise told to be taken.' })
  prescribed!: boolean;

  @Field(() => String, { nullable: true, description: 'Code of the FHIR R4 status: active, completed, stopped …' })
  status!: string | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was prescribed or begun.' })
  effectiveAt!: Date | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it ended.' })
  endedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Dosage in words.' })
  text!: string | null;
}

@ObjectType('Allergy', { description: 'An allergy or intolerance (过敏). FHIR R4 AllergyIntolerance.' })
export class AllergyType {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => CodingType, { description: 'To what.' })
  code!: CodingType;

  @Field(() => String, { nullable: true, description: 'Clinical status: active, inactive, resolved.' })
  status!: string | null;

  @Field(() => String, { nullable: true, description: 'Verification status: confirmed, unconfirmed, refuted …' })
  verification!: string | null;

  @Field(() => String, { nullable: true, description: 'How dangerous: low, high, unable-to-assess.' })
  criticality!: string | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it began, or was first recorded.' })
  effectiveAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'How it showed, in words.' })
  text!: string | null;
}

export const EncounterConnection = connectionOf('Encounter', EncounterType);
export const ConditionConnection = connectionOf('Condition', ConditionType);
export const ObservationConnection = connectionOf('Observation', ObservationType);
export const MedicationConnection = connectionOf('Medication', MedicationType);
