/** How other subgraphs' mentions of consultations are completed: guarded by the same policy as everything else. */
import type { ConsultationsContext } from '../store/consultations.store.ts';
import { consultationById } from './consultation.loaders.ts';

export const consultationReferences = {
  Consultation: (reference: { id: string }, context: ConsultationsContext) =>
    consultationById(context).load(reference.id),
};
