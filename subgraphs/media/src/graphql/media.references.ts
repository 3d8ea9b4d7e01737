/** How other subgraphs' mentions of consultations are completed here. */
import type { ConsultationStub } from './consultation.stub.ts';

export const mediaReferences = {
  Consultation: (reference: { id: string }): ConsultationStub => ({ id: reference.id }),
};
