/** Who may ask for a consultation: a clinician as requester, or a partner system that acts for one. */
import { deny, permit } from '@huizhen/platform/access/decision';
import type { Decision } from '@huizhen/platform/access/decision';
import type { Viewer } from '@huizhen/platform/access/viewer';

export interface Requester {
  readonly requesterId: string;
  readonly institutionId: string;
}

const noPart = deny('FORBIDDEN', 'Only a requesting clinician creates consultations: sign in with the role REQUESTER.');
const nobody = deny(
  'FORBIDDEN',
  'This account acts for no clinician: have your administrator tie it to a practitioner of the requesting institution.',
);

export function mayCreate(viewer: Viewer): { readonly decision: Decision; readonly requester: Requester | null } {
  const { roles, practitionerId, institutionId } = viewer;
  if (!roles.includes('REQUESTER') && !roles.includes('PARTNER')) return { decision: noPart, requester: null };
  if (practitionerId === null || institutionId === null) return { decision: nobody, requester: null };
  return { decision: permit, requester: { requesterId: practitionerId, institutionId } };
}
