/** Studies in the graph: looked up, uploaded to, looked at. */
import { RequiresScope } from '@huizhen/platform/subgraph/declared-access';
import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { found } from '@huizhen/platform/access/allow';
import { openDicomweb } from '../actions/open-dicomweb.ts';
import { requestImagingUpload } from '../actions/request-imaging-upload.ts';
import { publicUrl } from '../config.ts';
import { knownStudy, viewableStudy } from '../queries/known-studies.ts';
import { consultationsOfStudy, reportsOfStudy, seriesOfStudy } from '../queries/parts-of-study.ts';
import type { ImagingContext } from '../store/imaging.store.ts';
import { ConsultationStub } from './consultation.stub.ts';
import { DiagnosticReportType, diagnosticReportType } from './diagnostic-report.type.ts';
import { DicomwebAccessType, ImagingSeriesType, ImagingStudyType, imagingStudyType } from './imaging-study.type.ts';
import { PatientStub } from './patient.stub.ts';
import { RequestImagingUploadInput, UploadTicketType } from './upload-ticket.type.ts';

@Resolver(() => ImagingStudyType)
export class ImagingStudyResolver {
  @Query(() => ImagingStudyType, {
    nullable: true,
    description: 'One study. For the managing institution, the patient, and invited experts while the case is open.',
  })
  @RequiresScope('imaging:read')
  async imagingStudy(
    @Ctx() context: ImagingContext,
    @Arg('uid', () => ID, { description: 'Study Instance UID.' }) uid: string,
  ): Promise<ImagingStudyType> {
    const viewer = context.signedIn();
    return imagingStudyType(viewer, found(await knownStudy(context).load(uid), 'imaging.study-read', uid));
  }

  @Mutation(() => UploadTicketType, {
    description:
      'Leave to upload a patient’s images for half an hour. For requesting doctors and partner apps of the managing institution.',
  })
  @RequiresScope('imaging:write')
  async requestImagingUpload(
    @Ctx() context: ImagingContext,
    @Arg('input', () => RequestImagingUploadInput, { description: 'Whose images, and for which consultation.' })
    input: RequestImagingUploadInput,
  ): Promise<UploadTicketType> {
    const { token, expiresAt } = await requestImagingUpload(context, input);
    return { url: `${publicUrl(context.settings)}/uploads/studies`, token, expiresAt };
  }

  @FieldResolver(() => PatientStub, { description: 'Whose study it is.' })
  patient(@Root() study: ImagingStudyType): PatientStub {
    return { id: study.patientId };
  }

  @FieldResolver(() => [ConsultationStub], { description: 'The consultations that it was uploaded for.' })
  async consultations(@Root() study: ImagingStudyType, @Ctx() context: ImagingContext): Promise<ConsultationStub[]> {
    return (await consultationsOfStudy(context).load(study.uid)).map((id) => ({ id }));
  }

  @FieldResolver(() => [ImagingSeriesType], { description: 'Its series, by their numbers.' })
  async series(@Root() study: ImagingStudyType, @Ctx() context: ImagingContext): Promise<ImagingSeriesType[]> {
    const series = await seriesOfStudy(context).load(study.uid);
    return series.map((one) => ({ ...one, description: study.mayView ? one.description : null }));
  }

  @FieldResolver(() => DicomwebAccessType, {
    description: 'DICOMweb root for viewers (WADO-RS, QIDO-RS), and a short-lived token for it.',
  })
  async dicomweb(@Root() study: ImagingStudyType, @Ctx() context: ImagingContext): Promise<DicomwebAccessType> {
    return { root: `${publicUrl(context.settings)}/dicom-web`, ...(await openDicomweb(context, study.uid)) };
  }

  @FieldResolver(() => [DiagnosticReportType], { description: 'All versions of its report, the newest first.' })
  async reports(@Root() study: ImagingStudyType, @Ctx() context: ImagingContext): Promise<DiagnosticReportType[]> {
    await viewableStudy(context, study.uid, 'imaging.report-read');
    return (await reportsOfStudy(context).load(study.uid)).map(diagnosticReportType);
  }
}
