/** Accounts in the graph, as administrators and their owners see them. */
import type { Role } from '@huizhen/platform/access/viewer';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { RoleEnum } from './enums.ts';

@ObjectType('Account', { description: 'Who may sign in, and as whom they then act.' })
export class AccountType {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => String, { description: 'The name to sign in with.' })
  username!: string;

  @Field(() => String, { description: 'How to address them.' })
  displayName!: string;

  @Field(() => [RoleEnum], { description: 'What they may do.' })
  roles!: readonly Role[];
}

@ObjectType('CreatedAccount', { description: 'A new account and its first password.' })
export class CreatedAccountType {
  @Field(() => AccountType, { description: 'The account.' })
  account!: AccountType;

  @Field(() => String, {
    description: 'Hand it over in person: it is good only for choosing another with changePassword.',
  })
  initialPassword!: string;
}

@ObjectType('OneTimeCodeEnrolment', { description: 'What an authenticator needs; shown once.' })
export class OneTimeCodeEnrolmentType {
  @Field(() => String, { description: 'otpauth:// address, to be shown as a QR code.' })
  otpauthUri!: string;

  @Field(() => String, { description: 'The same secret for typing in, Base32.' })
  secret!: string;
}

@ObjectType('IdentityViewer', {
  description: 'The account behind an identity at the OIDC issuer. Between services only.',
})
@Directive('@inaccessible')
export class IdentityViewerType {
  @Field(() => ID, { description: 'The account.' })
  subject!: string;

  @Field(() => String, { description: 'How to address them.' })
  displayName!: string;

  @Field(() => [RoleEnum], { description: 'What they may do.' })
  roles!: readonly Role[];

  @Field(() => ID, { nullable: true, description: 'Where they work.' })
  institutionId!: string | null;

  @Field(() => ID, { nullable: true, description: 'The clinician that they are.' })
  practitionerId!: string | null;

  @Field(() => ID, { nullable: true, description: 'The patient that they are.' })
  patientId!: string | null;

  @Field(() => Boolean, { description: 'Works at a consultation centre.' })
  centre!: boolean;

  @Field(() => String, { nullable: true, description: 'Always null: a service does not sign in.' })
  service!: string | null;
}
