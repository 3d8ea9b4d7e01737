/** Consent in the graph. */
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import type { Consent, ConsentPurpose } from '../domain/consent.ts';
import { ConsentPurposeEnum } from './enums.ts';

@ObjectType('Consent', {
  description: 'A signed agreement of a patient or guardian for one purpose (知情同意). FHIR R4 Consent.',
})
export class ConsentType {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => ConsentPurposeEnum, { description: 'What was agreed to.' })
  purpose!: ConsentPurpose;

  @Field(() => String, { description: 'Which version of the text was signed.' })
  textVersion!: string;

  @Field(() => GraphQLDateTime, { description: 'When it was signed.' })
  signedAt!: Date;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it ends by itself; null: when it is withdrawn.' })
  validUntil!: Date | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was taken back.' })
  withdrawnAt!: Date | null;

  patientId!: string;
  sealedSigner!: Buffer;
}

export function consentType({ institutionId: _institution, signedBy, ...consent }: Consent): ConsentType {
  return { ...consent, sealedSigner: signedBy };
}

@InputType('RecordConsentInput', { description: 'A consent that was just signed.' })
export class RecordConsentInput {
  @Field(() => ID, { description: 'Who agrees.' })
  patientId!: string;

  @Field(() => ConsentPurposeEnum, { description: 'What is agreed to.' })
  purpose!: ConsentPurpose;

  @Field(() => String, { description: 'The name of the patient or guardian who signed.' })
  signedBy!: string;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When it ends by itself; leave it out for until withdrawal.',
  })
  validUntil?: Date | null;

  @Field(() => String, { nullable: true, description: 'The same key with the same input records one consent only.' })
  idempotencyKey?: string | null;
}
