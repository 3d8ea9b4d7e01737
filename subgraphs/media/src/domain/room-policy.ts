/** Who may see a room and who may enter it: pure functions, deny by default; row-level security of `rooms` says the same. */
import { deny, permit } from '@huizhen/platform/access/decision';
import type { Decision } from '@huizhen/platform/access/decision';
import type { Role, Viewer } from '@huizhen/platform/access/viewer';
import { isRoomRole } from './room-identity.ts';

export interface GuardedRoom {
  readonly institutionId: string;
  readonly patientId: string;
  readonly expertIds: readonly string[];
}

const unknown = deny('UNAUTHENTICATED', 'Sign in first.');
const invisible = deny('NOT_FOUND', 'no such room, or not theirs to see');

const institutionRoles: readonly Role[] = ['REQUESTER', 'PARTNER', 'COORDINATOR', 'FINANCE'];

/** Its institution, the centre's coordinator, the experts who accepted, the patient; to others it does not exist. */
export function mayKnowRoom(viewer: Viewer | null, room: GuardedRoom): Decision {
  if (viewer === null) return unknown;
  if (viewer.service !== null) return permit;
  const holds = (role: Role): boolean => viewer.roles.includes(role);
  if (viewer.institutionId === room.institutionId && institutionRoles.some(holds)) return permit;
  if (viewer.centre && holds('COORDINATOR')) return permit;
  if (viewer.patientId === room.patientId && holds('PATIENT')) return permit;
  const { practitionerId } = viewer;
  return practitionerId !== null && holds('EXPERT') && room.expertIds.includes(practitionerId) ? permit : invisible;
}

/** What the consultations subgraph answers about this caller. */
export interface JoinPermission {
  readonly allowed: boolean;
  readonly role: string | null;
  readonly because: string | null;
}

/** Also before the start, so that both sides can try camera and line, and while interrupted, so that they find back. */
const joinable = ['ASSIGNED', 'IN_PROGRESS', 'INTERRUPTED'];

export function mayJoinRoom(permission: JoinPermission | null, status: string): Decision {
  if (permission === null) return invisible;
  const { allowed, role, because } = permission;
  const barred = deny('FORBIDDEN', because ?? 'You have no part in this consultation’s room.');
  if (!allowed || role === null || !isRoomRole(role)) return barred;
  if (joinable.includes(status)) return permit;
  return deny('FORBIDDEN', `The room is open while the consultation is ${joinable.join(', ')}; it is ${status} now.`);
}
