/** Who may see a consultation and act on it: pure functions, deny by default, the same behind every entrance. */
import { deny, permit } from '@huizhen/platform/access/decision';
import type { Decision } from '@huizhen/platform/access/decision';
import type { Role, Viewer } from '@huizhen/platform/access/viewer';
import { actorKinds } from './actor.ts';
import type { Actor, ActorKind } from './actor.ts';
import type { ConsultationAction } from './consultation-status.ts';
import { actionsAllowed, everAllowed } from './consultation-transitions.ts';
import type { TransitionFacts } from './consultation-transitions.ts';
import { latestInvitation } from './invitation.ts';
import type { Invitation } from './invitation.ts';

/** As much of a consultation as its policy looks at. */
export interface GuardedConsultation extends TransitionFacts {
  readonly institutionId: string;
  readonly requesterId: string;
  readonly patientId: string;
  readonly consentWithdrawnAt: Date | null;
  readonly invitations: Iterable<Invitation>;
}

const unknown = deny('UNAUTHENTICATED', 'sign in first');
const invisible = deny('NOT_FOUND', 'no such consultation, or not yours to see');
const withdrawn = deny('CONSENT_REQUIRED', 'the patient has withdrawn the consent: record a new one first');

export const institutionRoles: readonly Role[] = ['REQUESTER', 'PARTNER', 'COORDINATOR'];

/** What withdrawal stops; finishing and closing what was begun stays possible. SUBMIT has its own gate. */
const needsConsent: readonly ConsultationAction[] = ['APPROVE', 'INVITE', 'ACCEPT', 'START', 'RESUME', 'SIGN_OPINION'];

/** Its institution, a centre's coordinator, an expert while invited and consented, the patient; to others it does not exist. */
export function mayRead(viewer: Viewer | null, consultation: GuardedConsultation): Decision {
  if (viewer === null) return unknown;
  // The platform's own services ask for facts that a rule needs; people never carry this identity.
  if (viewer.service !== null) return permit;
  if (isOfInstitution(viewer, consultation, institutionRoles) || isCoordinator(viewer, consultation)) return permit;
  if (isPatient(viewer, consultation)) return permit;
  const asked = invitationOf(viewer, consultation);
  return asked?.open === true && consultation.consentWithdrawnAt === null ? permit : invisible;
}

/** Whether the action is this viewer's to do at all; whether it is possible now, the table of transitions says. */
export function mayAct(viewer: Viewer | null, consultation: GuardedConsultation, action: ConsultationAction): Decision {
  if (viewer === null) return unknown;
  if (isLateAnswer(viewer, consultation, action)) return permit;
  const readable = mayRead(viewer, consultation);
  if (!readable.allowed) return readable;
  if (!everAllowed(action, actorsOf(viewer, consultation)))
    return deny(
      'FORBIDDEN',
      `${action} is for somebody else in this consultation; availableActions lists what you may do`,
    );
  return consentAllows(consultation, action) ? permit : withdrawn;
}

/** What this viewer may do now: what the client draws as buttons. */
export function availableActions(viewer: Viewer | null, consultation: GuardedConsultation): ConsultationAction[] {
  if (viewer === null || !mayRead(viewer, consultation).allowed) return [];
  return actionsAllowed(consultation, actorsOf(viewer, consultation)).filter((action) =>
    consentAllows(consultation, action),
  );
}

/** Every part that the viewer holds in this consultation. */
export function actorsOf(viewer: Viewer, consultation: GuardedConsultation): ActorKind[] {
  const invitation = invitationOf(viewer, consultation)?.status;
  const held: Record<ActorKind, boolean> = {
    requester: isRequester(viewer, consultation),
    requestingInstitution: isOfInstitution(viewer, consultation, institutionRoles),
    coordinator: isCoordinator(viewer, consultation),
    invitedExpert: invitation === 'REQUESTED',
    acceptedExpert: invitation === 'ACCEPTED',
    system: viewer.service !== null,
  };
  return actorKinds.filter((kind) => held[kind]);
}

/** The viewer as the one who acts, for an Occasion. */
export function actorFor(viewer: Viewer, consultation: GuardedConsultation): Actor {
  return { practitionerId: viewer.practitionerId, kinds: actorsOf(viewer, consultation) };
}

/** One who was asked and answers too late, or again, is told so (CONFLICT) and learns nothing else. */
function isLateAnswer(viewer: Viewer, consultation: GuardedConsultation, action: ConsultationAction): boolean {
  const asked = invitationOf(viewer, consultation);
  const answering = action === 'ACCEPT' || action === 'DECLINE';
  return answering && asked !== undefined && asked.status !== 'REQUESTED' && consultation.consentWithdrawnAt === null;
}

function consentAllows(consultation: GuardedConsultation, action: ConsultationAction): boolean {
  return consultation.consentWithdrawnAt === null || !needsConsent.includes(action);
}

function isRequester(viewer: Viewer, consultation: GuardedConsultation): boolean {
  const own = viewer.practitionerId !== null && viewer.practitionerId === consultation.requesterId;
  return own && isOfInstitution(viewer, consultation, ['REQUESTER', 'PARTNER']);
}

type OfInstitution = Pick<GuardedConsultation, 'institutionId'>;

function isOfInstitution(viewer: Viewer, consultation: OfInstitution, roles: readonly Role[]): boolean {
  const same = viewer.institutionId !== null && viewer.institutionId === consultation.institutionId;
  return same && roles.some((role) => viewer.roles.includes(role));
}

export function isCoordinator(viewer: Viewer, consultation: OfInstitution): boolean {
  const inCharge = viewer.centre || isOfInstitution(viewer, consultation, ['COORDINATOR']);
  return inCharge && viewer.roles.includes('COORDINATOR');
}

function isPatient(viewer: Viewer, consultation: GuardedConsultation): boolean {
  const self = viewer.patientId !== null && viewer.patientId === consultation.patientId;
  return self && viewer.roles.includes('PATIENT');
}

function invitationOf(viewer: Viewer, consultation: GuardedConsultation): Invitation | undefined {
  if (viewer.practitionerId === null || !viewer.roles.includes('EXPERT')) return undefined;
  return latestInvitation(consultation.invitations, viewer.practitionerId);
}
