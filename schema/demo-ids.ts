/** Stable ids of the demo data, and the few facts about it on which subgraphs must agree without importing each other. */

const kinds = {
  institution: 1,
  agreement: 2,
  practitioner: 3,
  account: 4,
  patient: 5,
  consent: 6,
  consultation: 7,
  invitation: 8,
  opinion: 9,
  timelineEntry: 10,
  fhirResource: 11,
  schedule: 12,
  partnerApp: 13,
} as const;
export type DemoKind = keyof typeof kinds;

/** 2026-01-01T00:00:00Z: a fixed moment instead of the clock, so that the ids never change and still sort by n. */
const epochMilliseconds = 1_767_225_600_000;

/** A valid UUIDv7 made of its kind and number alone. */
export function demoId(kind: DemoKind, n: number): string {
  const time = (epochMilliseconds + n).toString(16).padStart(12, '0');
  const kindDigits = kinds[kind].toString(16).padStart(3, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${kindDigits}-8000-${n.toString(16).padStart(12, '0')}`;
}

/** The app of another system, with its published secret: it exists in demo mode only. */
export const demoPartnerApp = { id: demoId('partnerApp', 1), secret: 'huizhen-demo-partner-secret' } as const;

export const demoCounts = { institutions: 12, practitioners: 40, experts: 15, patients: 30 } as const;

/** Institutions by number: 1–5 clinics and community centres, 6–8 county and 9–11 tertiary hospitals, 12 the centre. */
export const consultationCentre = 12;
/** the practitioner behind the account `coordinator` */
export const coordinator = 22;

/** patient 1, who signs in as `patient` */
export const accountPatientName = '马秀兰';

export type DemoTitle =
  | 'CHIEF_PHYSICIAN'
  | 'ASSOCIATE_CHIEF_PHYSICIAN'
  | 'ATTENDING_PHYSICIAN'
  | 'RESIDENT_PHYSICIAN'
  | 'VILLAGE_DOCTOR';

export interface DemoExpertSeat {
  readonly institution: number;
  readonly title: DemoTitle;
  readonly years: number;
}

/** Expert 1 to 15; 1 and 2 are the accounts expert1 and expert2. */
export const demoExpertSeats: readonly DemoExpertSeat[] = [
  { institution: 9, title: 'CHIEF_PHYSICIAN', years: 28 },
  { institution: 10, title: 'ASSOCIATE_CHIEF_PHYSICIAN', years: 17 },
  { institution: 9, title: 'CHIEF_PHYSICIAN', years: 25 },
  { institution: 9, title: 'ASSOCIATE_CHIEF_PHYSICIAN', years: 15 },
  { institution: 10, title: 'CHIEF_PHYSICIAN', years: 30 },
  { institution: 11, title: 'CHIEF_PHYSICIAN', years: 22 },
  { institution: 9, title: 'CHIEF_PHYSICIAN', years: 26 },
  { institution: 10, title: 'ASSOCIATE_CHIEF_PHYSICIAN', years: 14 },
  { institution: 9, title: 'CHIEF_PHYSICIAN', years: 24 },
  { institution: 11, title: 'CHIEF_PHYSICIAN', years: 27 },
  { institution: 10, title: 'ASSOCIATE_CHIEF_PHYSICIAN', years: 18 },
  { institution: 6, title: 'ATTENDING_PHYSICIAN', years: 11 },
  { institution: 10, title: 'CHIEF_PHYSICIAN', years: 29 },
  { institution: 9, title: 'ASSOCIATE_CHIEF_PHYSICIAN', years: 16 },
  { institution: 10, title: 'ASSOCIATE_CHIEF_PHYSICIAN', years: 13 },
];

/** Practitioners 26 to 40 are the experts. */
export function practitionerOfExpert(expert: number): number {
  return demoCounts.practitioners - demoCounts.experts + expert;
}

/** An expert is a practitioner who answers, and has the practitioner's id. */
export function demoExpertId(expert: number): string {
  return demoId('practitioner', practitionerOfExpert(expert));
}

/** Three at each clinic, two at each county hospital, four at the centre, then the experts. */
export function institutionOfPractitioner(practitioner: number): number {
  if (practitioner <= 15) return Math.ceil(practitioner / 3);
  if (practitioner <= 21) return Math.floor(practitioner / 2) - 2;
  return demoExpertSeats[practitioner - practitionerOfExpert(1)]?.institution ?? consultationCentre;
}

/** The first ten patients are the requester's clinic's; patient 1 is the account `patient`. */
export function institutionOfPatient(patient: number): number {
  const lastPatientOf = [10, 14, 18, 20, 24, 26, 28, 30];
  return lastPatientOf.findIndex((last) => patient <= last) + 1;
}
