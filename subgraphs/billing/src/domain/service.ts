/** What is charged for, and whose word it is; with the labels that people see. */
export const serviceKinds = ['CONSULTATION', 'DIAGNOSIS', 'MULTIDISCIPLINARY', 'EMERGENCY', 'FOLLOW_UP'] as const;
export type ServiceKind = (typeof serviceKinds)[number];

export const professionalTitles = [
  'CHIEF_PHYSICIAN',
  'ASSOCIATE_CHIEF_PHYSICIAN',
  'ATTENDING_PHYSICIAN',
  'RESIDENT_PHYSICIAN',
  'VILLAGE_DOCTOR',
] as const;
export type ProfessionalTitle = (typeof professionalTitles)[number];

/** The titles stand from highest to lowest; null when nobody is there. */
export function highestTitle(titles: readonly ProfessionalTitle[]): ProfessionalTitle | null {
  return professionalTitles.find((title) => titles.includes(title)) ?? null;
}

export const kindLabels: Record<ServiceKind, string> = {
  CONSULTATION: '远程会诊',
  DIAGNOSIS: '远程诊断',
  MULTIDISCIPLINARY: '多学科会诊',
  EMERGENCY: '急会诊',
  FOLLOW_UP: '复诊',
};

export const titleLabels: Record<ProfessionalTitle, string> = {
  CHIEF_PHYSICIAN: '主任医师',
  ASSOCIATE_CHIEF_PHYSICIAN: '副主任医师',
  ATTENDING_PHYSICIAN: '主治医师',
  RESIDENT_PHYSICIAN: '住院医师',
  VILLAGE_DOCTOR: '村医',
};
