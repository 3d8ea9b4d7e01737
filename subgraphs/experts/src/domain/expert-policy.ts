/** Who may read experts, match them and say that one is present. Profiles are no patients' data, but matching shows load. */
import { deny, permit, type Decision } from '@huizhen/platform/access/decision';
import type { Role, Viewer } from '@huizhen/platform/access/viewer';

const signInFirst = deny('UNAUTHENTICATED', 'Sign in first.');
const matchingRoles: readonly Role[] = ['REQUESTER', 'COORDINATOR', 'PARTNER'];

/** Everybody who is signed in: patients too see who answers them. */
export function mayReadExperts(viewer: Viewer | null): Decision {
  return viewer === null ? signInFirst : permit;
}

/** A coordinator of the centre for any institution, the others for their own, services for whatever they dispatch. */
export function mayMatchExperts(viewer: Viewer | null, institutionId: string | null): Decision {
  if (viewer === null) return signInFirst;
  if (viewer.service !== null || isCentreCoordinator(viewer)) return permit;
  if (!matchingRoles.some((role) => viewer.roles.includes(role))) {
    return deny('FORBIDDEN', 'Matching is for requesters, coordinators and partner apps.');
  }
  if (viewer.institutionId === null) {
    return deny('FORBIDDEN', 'Your account belongs to no institution: ask your administrator to add it.');
  }
  if (institutionId === viewer.institutionId) return permit;
  return deny('FORBIDDEN', 'You match for your own institution only: leave institutionId out.');
}

/** The institution on whose agreements a match rests: the named one, else one's own; for the centre and services none. */
export function matchingInstitution(viewer: Viewer, named: string | null): string | null {
  if (named !== null) return named;
  return viewer.service !== null || isCentreCoordinator(viewer) ? null : viewer.institutionId;
}

/** Nobody says it for somebody else. */
export function maySetPresence(viewer: Viewer | null): Decision {
  if (viewer === null) return signInFirst;
  if (viewer.roles.includes('EXPERT') && viewer.practitionerId !== null) return permit;
  return deny('FORBIDDEN', 'Only experts have a presence, and each sets their own.');
}

export function mayReadProfiles(viewer: Viewer | null): Decision {
  if (viewer === null) return signInFirst;
  return viewer.service === null ? deny('FORBIDDEN', 'This is between services only.') : permit;
}

function isCentreCoordinator(viewer: Viewer): boolean {
  return viewer.centre && viewer.roles.includes('COORDINATOR');
}
