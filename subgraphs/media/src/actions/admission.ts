/** Whether this caller may come into a consultation's room now: the consultation decides, and the refusal is recorded. */
import { allow } from '@huizhen/platform/access/allow';
import type { Viewer } from '@huizhen/platform/access/viewer';
import { isRoomRole, type RoomIdentity } from '../domain/room-identity.ts';
import { mayJoinRoom } from '../domain/room-policy.ts';
import type { Room } from '../domain/room.ts';
import { askConsultationFacts } from '../peers/ask-consultation-facts.ts';
import { askMayJoin } from '../peers/ask-may-join.ts';
import type { MediaContext } from '../store/media.store.ts';
import { openRoom } from './open-room.ts';

export interface Admission {
  readonly room: Room;
  readonly who: RoomIdentity;
}

/** Opens the room when the caller is quicker than the news of the acceptance. */
export async function admit(context: MediaContext, consultationId: string): Promise<Admission> {
  const viewer = context.signedIn();
  const permission = await askMayJoin(context, consultationId);
  const facts = await askConsultationFacts(context, consultationId);
  const subject = { id: consultationId, patientId: facts?.patientId ?? null };
  await context.read(async () => allow(mayJoinRoom(permission, facts?.status ?? 'unknown'), 'room.join', subject));
  const role = permission?.role;
  if (facts === null || !role || !isRoomRole(role))
    throw new Error('A permission without facts or role passed the policy.');
  const { institutionId, patientId, acceptedExpertIds: expertIds } = facts;
  const room = await context.asService((own) => openRoom(own, { consultationId, institutionId, patientId, expertIds }));
  return { room, who: { role, personId: personIdOf(viewer) } };
}

function personIdOf({ practitionerId, patientId, subject }: Viewer): string {
  return practitionerId ?? patientId ?? subject;
}
