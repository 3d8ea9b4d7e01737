/** What imaging adds to patients and consultations, and what other subgraphs ask it. */
import { Arg, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { knownStudy } from '../queries/known-studies.ts';
import { studiesOfConsultation, studiesOfPatient } from '../queries/studies-of.ts';
import type { ImagingContext } from '../store/imaging.store.ts';
import { ConsultationStub } from './consultation.stub.ts';
import { ImagingStudyType, imagingStudyType } from './imaging-study.type.ts';
import { PatientStub } from './patient.stub.ts';

@Resolver(() => PatientStub)
export class PatientResolver {
  @FieldResolver(() => [ImagingStudyType], {
    description: 'The patient’s studies that the viewer may know, newest first.',
  })
  async imagingStudies(@Root() patient: PatientStub, @Ctx() context: ImagingContext): Promise<ImagingStudyType[]> {
    const viewer = context.signedIn();
    const uids = await studiesOfPatient(context).load(patient.id);
    const studies = await Promise.all(uids.map((uid) => knownStudy(context).load(uid)));
    return studies.flatMap((study) => (study ? [imagingStudyType(viewer, study)] : []));
  }

  @Query(() => [ID], {
    description: 'UIDs of the patient’s studies, as far as the asker may know them. Between services only.',
  })
  @Directive('@inaccessible')
  studiesOfPatient(
    @Ctx() context: ImagingContext,
    @Arg('patientId', () => ID, { description: 'The patient.' }) patientId: string,
  ): Promise<string[]> {
    context.signedIn();
    return studiesOfPatient(context).load(patientId);
  }
}

@Resolver(() => ConsultationStub)
export class ConsultationResolver {
  @FieldResolver(() => [ImagingStudyType], { description: 'The studies that were uploaded for it, newest first.' })
  async imagingStudies(
    @Root() consultation: ConsultationStub,
    @Ctx() context: ImagingContext,
  ): Promise<ImagingStudyType[]> {
    const viewer = context.signedIn();
    const studies = await studiesOfConsultation(context).load(consultation.id);
    return studies.map((study) => imagingStudyType(viewer, study));
  }
}
