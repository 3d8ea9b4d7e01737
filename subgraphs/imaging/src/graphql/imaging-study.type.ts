/** ImagingStudy and what belongs to it in the graph. */
import { RequiresScope } from '@huizhen/platform/subgraph/declared-access';
import type { Viewer } from '@huizhen/platform/access/viewer';
import { GraphQLDateTime } from 'graphql-scalars';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { mayViewStudy } from '../domain/imaging-policy.ts';
import type { KnownStudy } from '../queries/known-studies.ts';

@ObjectType('ImagingStudy', { description: 'A study of images by its own DICOM UID (影像检查). FHIR R4 ImagingStudy.' })
@Directive('@key(fields: "uid")')
@RequiresScope('imaging:read')
export class ImagingStudyType {
  @Field(() => ID, { description: 'Study Instance UID, as the modality gave it.' })
  uid!: string;

  @Field(() => [String], { description: 'Modalities of its series, such as CT or DX.' })
  modality!: readonly string[];

  @Field(() => String, {
    nullable: true,
    description: 'Study description; null for those who may not look at the study.',
  })
  description!: string | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When the study began.' })
  startedAt!: Date | null;

  @Field(() => Int, { description: 'How many instances are stored.' })
  instanceCount!: number;

  patientId!: string;
  mayView!: boolean;
}

export function imagingStudyType(viewer: Viewer, known: KnownStudy): ImagingStudyType {
  const { uid, modalities, details, startedAt, instanceCount, patientId } = known.study;
  const mayView = mayViewStudy(viewer, known).allowed;
  const description = mayView ? (details.description ?? null) : null;
  return { uid, modality: modalities, description, startedAt, instanceCount, patientId, mayView };
}

@ObjectType('ImagingSeries', { description: 'A series of a study.' })
export class ImagingSeriesType {
  @Field(() => ID, { description: 'Series Instance UID, as the modality gave it.' })
  uid!: string;

  @Field(() => String, { description: 'Modality, such as CT or DX.' })
  modality!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Series description; null for those who may not look at the study.',
  })
  description!: string | null;

  @Field(() => Int, { description: 'How many instances are stored.' })
  instanceCount!: number;
}

@ObjectType('DicomwebAccess', { description: 'How an image viewer reads one study over DICOMweb.' })
export class DicomwebAccessType {
  @Field(() => String, { description: 'Root URL of WADO-RS and QIDO-RS.' })
  root!: string;

  @Field(() => String, { description: 'Send it as "Authorization: Bearer …"; it reads this one study.' })
  token!: string;

  @Field(() => GraphQLDateTime, {
    description: 'When the token ends: 10 minutes from now, or with an expert’s invitation.',
  })
  expiresAt!: Date;
}
