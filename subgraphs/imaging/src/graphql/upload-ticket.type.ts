/** UploadTicket in the graph. */
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, InputType, ObjectType } from 'type-graphql';

@ObjectType('UploadTicket', {
  description:
    'POST multipart/related (STOW-RS) to url with "Authorization: Bearer token", as often as needed until it expires.',
})
export class UploadTicketType {
  @Field(() => String, { description: 'Where to POST.' })
  url!: string;

  @Field(() => String, { description: 'Leave to upload images of this one patient.' })
  token!: string;

  @Field(() => GraphQLDateTime, { description: 'When the ticket ends.' })
  expiresAt!: Date;
}

@InputType('RequestImagingUploadInput', { description: 'Whose images are to be uploaded.' })
export class RequestImagingUploadInput {
  @Field(() => ID, {
    description: 'The patient; the platform files the images under this patient, whatever PatientID they carry.',
  })
  patientId!: string;

  @Field(() => ID, { nullable: true, description: 'The open consultation of this patient that the images are for.' })
  consultationId?: string | null;

  @Field(() => String, { nullable: true, description: 'The same key with the same input answers the same ticket.' })
  idempotencyKey?: string | null;
}
