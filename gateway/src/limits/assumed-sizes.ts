/** How long a list without `first` is taken to be: as it usually is here, not as long as it may get. */
export const USUAL_SIZE = 5;

/** A page without `first`. */
export const USUAL_PAGE = 20;
/** Subgraphs refuse larger pages themselves. */
export const LARGEST_PAGE = 100;

export const assumedSizes: Readonly<Record<string, number>> = {
  'Consultation.invitations': 3,
  'Consultation.opinions': 2,
  'Consultation.timeline': 10,
  'Consultation.imagingStudies': 3,
  'ImagingStudy.consultations': 3,
  'ImagingStudy.reports': 2,
  'Patient.consents': 3,
  'Patient.imagingStudies': 3,
  'ExpertMatch.parts': 10,
  'QueueEvent.consultations': 50,
};

export function assumedSize(type: string, field: string): number {
  return assumedSizes[`${type}.${field}`] ?? USUAL_SIZE;
}
