/** Signing reports, and who signed them. */
import { RequiresScope } from '@huizhen/platform/subgraph/declared-access';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { issueReport } from '../actions/issue-report.ts';
import type { ImagingContext } from '../store/imaging.store.ts';
import { DiagnosticReportType, diagnosticReportType, IssueReportInput } from './diagnostic-report.type.ts';
import { PractitionerStub } from './practitioner.stub.ts';

@Resolver(() => DiagnosticReportType)
export class DiagnosticReportResolver {
  @Mutation(() => DiagnosticReportType, {
    description:
      'Sign a report on a study, or amend the final one. For experts of the managing institution, and those who accepted a DIAGNOSIS consultation.',
  })
  @RequiresScope('imaging:write')
  async issueReport(
    @Ctx() context: ImagingContext,
    @Arg('input', () => IssueReportInput, { description: 'What to sign.' }) input: IssueReportInput,
  ): Promise<DiagnosticReportType> {
    return diagnosticReportType(await issueReport(context, input));
  }

  @FieldResolver(() => PractitionerStub, { nullable: true, description: 'Who signed it.' })
  @RequiresScope('directory:read')
  signedBy(@Root() report: DiagnosticReportType): PractitionerStub {
    return { id: report.signedById };
  }
}
