/** Partner apps and their documents in the graph. */
import { connectionOf } from '@huizhen/platform/subgraph/connection';
import { GraphQLDateTime } from 'graphql-scalars';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import type { PartnerAppStatus } from '../domain/partner-app.ts';
import { PartnerAppStatusEnum } from './enums.ts';

@ObjectType('PartnerApp', { description: 'Another system that uses the endpoint in its own name (合作应用).' })
export class PartnerAppType {
  @Field(() => ID, { description: 'Opaque id; also the client_id with which it asks for tokens.' })
  id!: string;

  @Field(() => String, { description: 'What people call it.' })
  name!: string;

  @Field(() => [String], { description: 'What it may ask for, such as "consultations:read".' })
  scopes!: readonly string[];

  @Field(() => PartnerAppStatusEnum, { description: 'Whether it is let in.' })
  status!: PartnerAppStatus;

  @Field(() => GraphQLDateTime, { description: 'When it was registered.' })
  createdAt!: Date;

  institutionId!: string | null;
}

@ObjectType('PartnerAppSecret', { description: 'An app and its new secret, which is not shown again.' })
export class PartnerAppSecretType {
  @Field(() => PartnerAppType, { description: 'The app.' })
  app!: PartnerAppType;

  @Field(() => String, { description: 'The client_secret for POST /oauth/token. Keep it where people cannot read it.' })
  secret!: string;
}

@ObjectType('TrustedDocument', {
  description: 'A GraphQL document that an app has published: in production it may send these and no others.',
})
export class TrustedDocumentType {
  @Field(() => ID, { description: 'SHA-256 of the text, in hexadecimal: send it instead of the text.' })
  id!: string;

  @Field(() => String, { description: 'The text as it was published.' })
  text!: string;

  @Field(() => [String], { description: 'Names of the operations in it.' })
  operationNames!: readonly string[];

  @Field(() => GraphQLDateTime, { description: 'When it was published last.' })
  publishedAt!: Date;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'Since when it is refused; null while it is in force.' })
  withdrawnAt!: Date | null;
}

@ObjectType('TrustedDocumentText', { description: 'A document in force. Between services only.' })
@Directive('@inaccessible')
export class TrustedDocumentTextType {
  @Field(() => String, { description: 'The text.' })
  text!: string;

  @Field(() => [String], { description: 'Names of the operations in it.' })
  operationNames!: readonly string[];
}

export const PartnerAppConnection = connectionOf('PartnerApp', PartnerAppType);
export const TrustedDocumentConnection = connectionOf('TrustedDocument', TrustedDocumentType);
