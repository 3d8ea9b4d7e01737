/** Who may enter the live session's room, and in which part. */
import type { Role, Viewer } from '@huizhen/platform/access/viewer';
import { actorsOf } from './consultation-policy.ts';
import type { Consultation } from './consultation.ts';
import type { ConsultationStatus } from './consultation-status.ts';

export interface JoinPermission {
  readonly allowed: boolean;
  readonly role: Role | null;
  /** What the others see under the picture. */
  readonly displayIdentity: string | null;
  /** Why not, and what to do; null when allowed. */
  readonly because: string | null;
}

const roomOpen: readonly ConsultationStatus[] = ['ASSIGNED', 'IN_PROGRESS', 'INTERRUPTED'];

export function mayJoin(viewer: Viewer, consultation: Consultation): JoinPermission {
  const { status, consentWithdrawnAt } = consultation;
  if (consentWithdrawnAt !== null) return refused('The patient has withdrawn the consent: record a new one first.');
  if (!roomOpen.includes(status))
    return refused(
      `There is no room while the consultation is ${status}: it opens with the first acceptance and closes with the session.`,
    );
  const role = roleIn(viewer, consultation);
  if (role === null) return refused('You have no part in this session: accept the invitation, or ask the coordinator.');
  return { allowed: true, role, displayIdentity: viewer.displayName, because: null };
}

function roleIn(viewer: Viewer, consultation: Consultation): Role | null {
  const kinds = actorsOf(viewer, consultation);
  if (kinds.includes('acceptedExpert')) return 'EXPERT';
  if (kinds.includes('coordinator')) return 'COORDINATOR';
  if (kinds.includes('requester') || kinds.includes('requestingInstitution')) return 'REQUESTER';
  return viewer.patientId === consultation.patientId && viewer.roles.includes('PATIENT') ? 'PATIENT' : null;
}

function refused(because: string): JoinPermission {
  return { allowed: false, role: null, displayIdentity: null, because };
}
