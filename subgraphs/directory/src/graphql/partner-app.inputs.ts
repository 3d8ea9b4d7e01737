/** What managing partner apps and publishing documents takes. */
import { Field, ID, InputType } from 'type-graphql';

const KEY = 'The same key with the same input answers the same result and does nothing twice.';

@InputType('RegisterPartnerAppInput', { description: 'A new app.' })
export class RegisterPartnerAppInput {
  @Field(() => String, { description: 'What people call it, up to 100 characters.' })
  name!: string;

  @Field(() => ID, { nullable: true, description: 'Whose data it works with; without it, only what is open to all.' })
  institutionId?: string | null;

  @Field(() => [String], { description: 'What it may ask for, such as "consultations:read".' })
  scopes!: string[];

  @Field(() => String, { nullable: true, description: KEY })
  idempotencyKey?: string | null;
}

@InputType('PartnerAppInput', { description: 'One app.' })
export class PartnerAppInput {
  @Field(() => ID, { description: 'The app.' })
  appId!: string;

  @Field(() => String, { nullable: true, description: KEY })
  idempotencyKey?: string | null;
}

@InputType('DocumentInput', { description: 'A GraphQL document.' })
export class DocumentInput {
  @Field(() => String, { description: 'Operations with names, and the fragments that they use; at most 64 KB.' })
  text!: string;
}

@InputType('PublishTrustedDocumentsInput', { description: 'What an app will send.' })
export class PublishTrustedDocumentsInput {
  @Field(() => ID, { description: 'The app.' })
  appId!: string;

  @Field(() => [DocumentInput], { description: 'From 1 to 200 documents.' })
  documents!: DocumentInput[];

  @Field(() => String, { nullable: true, description: KEY })
  idempotencyKey?: string | null;
}

@InputType('WithdrawTrustedDocumentsInput', { description: 'What an app sends no more.' })
export class WithdrawTrustedDocumentsInput {
  @Field(() => ID, { description: 'The app.' })
  appId!: string;

  @Field(() => [ID], { description: 'Documents of this app.' })
  ids!: string[];

  @Field(() => String, { nullable: true, description: KEY })
  idempotencyKey?: string | null;
}
