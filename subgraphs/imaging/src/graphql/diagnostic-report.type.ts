/** DiagnosticReport in the graph. */
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import type { ReportStatus } from '../domain/report-status.ts';
import type { OpenedReport } from '../store/report.repository.ts';
import { ReportStatusEnum } from './enums.ts';

@ObjectType('DiagnosticReport', {
  description: 'One signed version of the report on a study (诊断报告). FHIR R4 DiagnosticReport.',
})
export class DiagnosticReportType {
  @Field(() => ID, { description: 'Opaque id of this version.' })
  id!: string;

  @Field(() => Int, { description: 'Counted from 1; the highest is in force.' })
  version!: number;

  @Field(() => ReportStatusEnum, { description: 'How far the report had come with this version.' })
  status!: ReportStatus;

  @Field(() => String, { description: 'What is seen (影像所见).' })
  findings!: string;

  @Field(() => String, { description: 'What it means (诊断意见).' })
  impression!: string;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was signed.' })
  signedAt!: Date | null;

  @Field(() => String, {
    nullable: true,
    description: 'A signed PDF for printing; null where none was made, and then the texts are what is printed.',
  })
  pdfUrl!: string | null;

  signedById!: string;
}

export function diagnosticReportType(report: OpenedReport): DiagnosticReportType {
  const { id, version, status, findings, impression, signedAt, signedBy } = report;
  return { id, version, status, findings, impression, signedAt, pdfUrl: null, signedById: signedBy };
}

@InputType('IssueReportInput', { description: 'A report to sign; after a final one it amends.' })
export class IssueReportInput {
  @Field(() => ID, { description: 'Study Instance UID.' })
  studyUid!: string;

  @Field(() => String, { description: 'What is seen (影像所见), 20,000 characters at most.' })
  findings!: string;

  @Field(() => String, { description: 'What it means (诊断意见), 20,000 characters at most.' })
  impression!: string;

  @Field(() => Boolean, { defaultValue: false, description: 'Not final yet; refused once a final report is there.' })
  preliminary?: boolean;

  @Field(() => String, { nullable: true, description: 'The same key with the same input signs one version only.' })
  idempotencyKey?: string | null;
}
