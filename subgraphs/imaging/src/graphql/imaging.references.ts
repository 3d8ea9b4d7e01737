/** How other subgraphs' mentions of studies, patients and consultations are completed here. */
import { knownStudy } from '../queries/known-studies.ts';
import type { ImagingContext } from '../store/imaging.store.ts';
import type { ConsultationStub } from './consultation.stub.ts';
import { imagingStudyType, type ImagingStudyType } from './imaging-study.type.ts';
import type { PatientStub } from './patient.stub.ts';

export const imagingReferences = {
  ImagingStudy: async ({ uid }: { uid: string }, context: ImagingContext): Promise<ImagingStudyType | null> => {
    const known = await knownStudy(context).load(uid);
    return known && imagingStudyType(context.signedIn(), known);
  },
  Patient: ({ id }: { id: string }): PatientStub => ({ id }),
  Consultation: ({ id }: { id: string }): ConsultationStub => ({ id }),
};
