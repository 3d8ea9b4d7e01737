/** Who may know a patient, who may read the record, and who may see the identity number. Deny by default. */
import { anyOf, deny, permit, type Decision } from '@huizhen/platform/access/decision';
import type { Role, Viewer } from '@huizhen/platform/access/viewer';

/** IDENTITY: may know whom a consultation is about, and nothing more. */
export const careRelationKinds = ['EXPERT', 'COORDINATOR', 'IDENTITY'] as const;
export type CareRelationKind = (typeof careRelationKinds)[number];

/** What a decision about one patient and one viewer rests on. */
export interface PatientStanding {
  readonly patient: { readonly id: string; readonly institutionId: string };
  /** What binds the viewer to the patient through consultations. */
  readonly relations: readonly CareRelationKind[];
  /** Consent to REMOTE_CONSULTATION in force now. */
  readonly consented: boolean;
}

interface Institutional {
  readonly institutionId: string;
}

const notTheirs = deny('NOT_FOUND', 'The patient is neither of their institution nor in a consultation of theirs.');
const notForTheirWork = deny('FORBIDDEN', 'This account may know who the patient is, but not read the record.');
const onlyThere = deny('FORBIDDEN', 'Only a requesting doctor of the managing institution or the patient may do this.');
const onlyThemselves = deny('FORBIDDEN', 'Only the patient sees who has read the record.');
const noImport = deny('FORBIDDEN', 'Only a requesting doctor or partner app of an institution may import records.');
const noSearch = deny(
  'FORBIDDEN',
  'Only requesting doctors and partner apps may list the patients of their institution.',
);

export function mayKnowPatient(viewer: Viewer, standing: PatientStanding): Decision {
  const { patient, relations } = standing;
  const known =
    viewer.service !== null ||
    isSelf(viewer, patient.id) ||
    worksAs(viewer, patient, 'REQUESTER') ||
    worksAs(viewer, patient, 'PARTNER') ||
    treats(viewer, standing) ||
    (viewer.roles.includes('COORDINATOR') && relations.includes('COORDINATOR')) ||
    tookPart(viewer, standing);
  return known ? permit : notTheirs;
}

/** Partner apps send records and coordinators route cases: neither reads what is in them. */
export function mayReadRecord(viewer: Viewer, standing: PatientStanding): Decision {
  const { patient } = standing;
  if (isSelf(viewer, patient.id) || worksAs(viewer, patient, 'REQUESTER') || treats(viewer, standing)) return permit;
  const known = mayKnowPatient(viewer, standing);
  return known.allowed ? notForTheirWork : known;
}

/** A doctor says what for, and the access log keeps it; everybody else sees 110105********002X. */
export function maySeeIdentityNumber(
  viewer: Viewer,
  patient: PatientStanding['patient'],
  purpose: string | null,
): boolean {
  return isSelf(viewer, patient.id) || (worksAs(viewer, patient, 'REQUESTER') && purpose !== null);
}

export function mayChangeConsent(viewer: Viewer, patient: PatientStanding['patient']): Decision {
  if (isSelf(viewer, patient.id) || worksAs(viewer, patient, 'REQUESTER')) return permit;
  return worksAs(viewer, patient, 'PARTNER') ? onlyThere : notTheirs;
}

/** The patient alone: whoever works with a record learns nothing of who else does. */
export function mayReadAccesses(viewer: Viewer, patientId: string): Decision {
  return isSelf(viewer, patientId) ? permit : onlyThemselves;
}

/** Into their own institution's records. */
export function mayImport(viewer: Viewer): Decision {
  return anyOf(worksSomewhereAs(viewer, 'REQUESTER', noImport), worksSomewhereAs(viewer, 'PARTNER', noImport));
}

/** A patient's list holds the patient alone. */
export function maySearch(viewer: Viewer): Decision {
  if (viewer.patientId !== null && viewer.roles.includes('PATIENT')) return permit;
  return anyOf(worksSomewhereAs(viewer, 'REQUESTER', noSearch), worksSomewhereAs(viewer, 'PARTNER', noSearch));
}

function isSelf({ patientId, roles }: Viewer, id: string): boolean {
  return patientId === id && roles.includes('PATIENT');
}

function worksAs({ institutionId, roles }: Viewer, at: Institutional, role: Role): boolean {
  return institutionId === at.institutionId && roles.includes(role);
}

function treats({ roles }: Viewer, { relations, consented }: PatientStanding): boolean {
  return roles.includes('EXPERT') && relations.includes('EXPERT') && consented;
}

/** Keeps the record of one's own work: whom it was about, not what is in the patient's record. */
function tookPart({ roles }: Viewer, { relations, consented }: PatientStanding): boolean {
  if (!relations.includes('IDENTITY')) return false;
  return roles.includes('COORDINATOR') || (roles.includes('EXPERT') && consented);
}

function worksSomewhereAs({ institutionId, roles }: Viewer, role: Role, otherwise: Decision): Decision {
  return institutionId !== null && roles.includes(role) ? permit : otherwise;
}
