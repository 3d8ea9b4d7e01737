/** A clinician of an institution. */
export const professionalTitles = [
  'CHIEF_PHYSICIAN',
  'ASSOCIATE_CHIEF_PHYSICIAN',
  'ATTENDING_PHYSICIAN',
  'RESIDENT_PHYSICIAN',
  'VILLAGE_DOCTOR',
] as const;
export type ProfessionalTitle = (typeof professionalTitles)[number];

export class Practitioner {
  id!: string;
  institutionId!: string;
  name!: string;
  title!: ProfessionalTitle;
  licenceNumber!: string;
  practiceStartedOn!: string;
}
