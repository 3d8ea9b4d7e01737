/** Administrative gender, FHIR R4 AdministrativeGender. */
export const genders = ['MALE', 'FEMALE', 'OTHER', 'UNKNOWN'] as const;
export type Gender = (typeof genders)[number];
