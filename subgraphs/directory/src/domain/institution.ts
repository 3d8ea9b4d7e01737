/** Clinics and hospitals, and the agreements under which one consults the other. */
export const institutionLevels = [
  'VILLAGE_CLINIC',
  'TOWNSHIP_CLINIC',
  'COMMUNITY_CENTRE',
  'COUNTY_HOSPITAL',
  'TERTIARY_HOSPITAL',
  'CONSULTATION_CENTRE',
] as const;
export type InstitutionLevel = (typeof institutionLevels)[number];

export class Institution {
  id!: string;
  /** Short and readable on the phone: part of every consultation's number. */
  code!: string;
  name!: string;
  level!: InstitutionLevel;
  /** GB/T 2260. */
  regionCode!: string;
  /** Unified social credit code, GB 32100. */
  creditCode!: string;
}

/** Without one in force nothing is dispatched between the two. */
export class Agreement {
  id!: string;
  requestingInstitutionId!: string;
  answeringInstitutionId!: string;
  validFrom!: Date;
  validUntil!: Date;
}

export function isInForce(agreement: Agreement, at: Date): boolean {
  return agreement.validFrom <= at && at < agreement.validUntil;
}
