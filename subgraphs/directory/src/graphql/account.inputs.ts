/** What managing accounts takes. */
import type { Role } from '@huizhen/platform/access/viewer';
import { Field, ID, InputType } from 'type-graphql';
import { RoleEnum } from './enums.ts';

const KEY = 'The same key with the same input answers the same result and does nothing twice.';

@InputType('OidcIdentityInput', { description: 'Somebody as the OIDC issuer knows them.' })
export class OidcIdentityInput {
  @Field(() => String, { description: 'The claim iss.' })
  issuer!: string;

  @Field(() => String, { description: 'The claim sub.' })
  subject!: string;
}

@InputType('CreateAccountInput', { description: 'A new account.' })
export class CreateAccountInput {
  @Field(() => String, { description: 'To sign in with: 3 to 64 of a–z, 0–9, dot, dash and underscore.' })
  username!: string;

  @Field(() => String, { description: 'How to address them.' })
  displayName!: string;

  @Field(() => [RoleEnum], { description: 'What they may do; ADMIN and AUDITOR exclude each other.' })
  roles!: Role[];

  @Field(() => ID, { nullable: true, description: 'Where they work.' })
  institutionId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The clinician that they are; experts need one.' })
  practitionerId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The patient that they are, for the role PATIENT.' })
  patientId?: string | null;

  @Field(() => OidcIdentityInput, { nullable: true, description: 'Also lets this identity of the OIDC issuer in.' })
  oidcIdentity?: OidcIdentityInput | null;

  @Field(() => String, { nullable: true, description: KEY })
  idempotencyKey?: string | null;
}

@InputType('LinkIdentityInput', { description: 'Whose account an identity of the OIDC issuer is.' })
export class LinkIdentityInput {
  @Field(() => ID, { description: 'The account.' })
  accountId!: string;

  @Field(() => String, { description: 'The claim iss.' })
  issuer!: string;

  @Field(() => String, { description: 'The claim sub.' })
  subject!: string;

  @Field(() => String, { nullable: true, description: KEY })
  idempotencyKey?: string | null;
}

@InputType('EnrolOneTimeCodeInput', { description: 'For replacing an authenticator.' })
export class EnrolOneTimeCodeInput {
  @Field(() => String, { nullable: true, description: 'A code of the present authenticator, where there is one.' })
  currentCode?: string | null;
}

@InputType('ConfirmOneTimeCodeInput', { description: 'The proof of a new authenticator.' })
export class ConfirmOneTimeCodeInput {
  @Field(() => String, { description: 'Six digits from the new authenticator.' })
  oneTimeCode!: string;
}

@InputType('ChangePasswordInput', { description: 'From the old password to a new one.' })
export class ChangePasswordInput {
  @Field(() => String, { description: 'The present password.' })
  currentPassword!: string;

  @Field(() => String, { description: 'At least 12 characters.' })
  newPassword!: string;
}
