/** Who may know of a study, look at it, add to it and report on it. Deny by default. */
import { deny, permit, type Decision } from '@huizhen/platform/access/decision';
import type { Role, Viewer } from '@huizhen/platform/access/viewer';
import type { StudyOwner } from './study.ts';

/** IDENTITY: may know whom a consultation is about, and nothing more. */
export const careRelationKinds = ['EXPERT', 'COORDINATOR', 'IDENTITY'] as const;
export type CareRelationKind = (typeof careRelationKinds)[number];

/** What binds a viewer to a patient through a consultation. */
export interface CareRelation {
  readonly patientId: string;
  readonly consultationId: string;
  readonly kind: CareRelationKind;
}

type Owner = Omit<StudyOwner, 'uid'>;

export interface StudyStanding {
  readonly study: Owner;
  readonly relations: readonly CareRelation[];
}

const notTheirs = deny('NOT_FOUND', 'The study is neither of their institution nor in a consultation of theirs.');
const notForTheirWork = deny('FORBIDDEN', 'This account may know that the study is there, but not look at it.');
const noUpload = deny('NOT_FOUND', 'Only requesting doctors and partner apps of the managing institution add images.');
const noReport = deny(
  'FORBIDDEN',
  'A report is signed by an expert who has accepted a DIAGNOSIS consultation of this patient; in any other, sign an opinion instead.',
);

/** Partner apps bring studies and coordinators route cases: they know which there are. */
export function mayKnowStudy(viewer: Viewer, standing: StudyStanding): Decision {
  const known =
    viewer.service !== null ||
    looksAtStudies(viewer, standing) ||
    worksAs(viewer, standing.study, 'PARTNER') ||
    isRelated(viewer, standing, 'COORDINATOR') ||
    binds(standing, 'IDENTITY');
  return known ? permit : notTheirs;
}

/** The images, what is written in them, and the reports. */
export function mayViewStudy(viewer: Viewer, standing: StudyStanding): Decision {
  if (looksAtStudies(viewer, standing)) return permit;
  const known = mayKnowStudy(viewer, standing);
  return known.allowed ? notForTheirWork : known;
}

/** @param managingInstitutionId null when the viewer may not know the patient */
export function mayUploadFor(viewer: Viewer, managingInstitutionId: string | null): Decision {
  if (managingInstitutionId === null) return noUpload;
  const at = { institutionId: managingInstitutionId };
  return worksAs(viewer, at, 'REQUESTER') || worksAs(viewer, at, 'PARTNER') ? permit : noUpload;
}

/** @param invitedToDiagnose has accepted an open DIAGNOSIS consultation of the patient */
export function mayIssueReport(viewer: Viewer, standing: StudyStanding, invitedToDiagnose: boolean): Decision {
  const view = mayViewStudy(viewer, standing);
  if (!view.allowed) return view;
  const signs = worksAs(viewer, standing.study, 'EXPERT') || (viewer.roles.includes('EXPERT') && invitedToDiagnose);
  return signs && viewer.practitionerId !== null ? permit : noReport;
}

function looksAtStudies(viewer: Viewer, standing: StudyStanding): boolean {
  const { study } = standing;
  return (
    (viewer.patientId === study.patientId && viewer.roles.includes('PATIENT')) ||
    worksAs(viewer, study, 'REQUESTER') ||
    worksAs(viewer, study, 'EXPERT') ||
    isRelated(viewer, standing, 'EXPERT')
  );
}

function worksAs({ institutionId, roles }: Viewer, at: Pick<Owner, 'institutionId'>, role: Role): boolean {
  return institutionId === at.institutionId && roles.includes(role);
}

function isRelated({ roles }: Viewer, standing: StudyStanding, kind: 'EXPERT' | 'COORDINATOR'): boolean {
  return roles.includes(kind) && binds(standing, kind);
}

function binds({ study, relations }: StudyStanding, kind: CareRelationKind): boolean {
  return relations.some((one) => one.kind === kind && one.patientId === study.patientId);
}
