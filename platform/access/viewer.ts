/** Who asks: the identity that a request carries, the same behind every entrance. */
export const roles = [
  'REQUESTER',
  'EXPERT',
  'COORDINATOR',
  'PATIENT',
  'PHARMACIST',
  'FINANCE',
  'AUDITOR',
  'ADMIN',
  'PARTNER',
] as const;

export type Role = (typeof roles)[number];

export interface Viewer {
  readonly subject: string;
  readonly displayName: string;
  readonly roles: readonly Role[];
  readonly institutionId: string | null;
  readonly practitionerId: string | null;
  readonly patientId: string | null;
  /** Works at a consultation centre, which serves many institutions. */
  readonly centre: boolean;
  /** Set when a service of the platform itself asks. */
  readonly service: string | null;
}
