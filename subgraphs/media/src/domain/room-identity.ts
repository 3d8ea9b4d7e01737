/** Who somebody is inside a room: their part and an opaque id, never a name. One person in one part is one participant. */
export const roomRoles = ['REQUESTER', 'EXPERT', 'PATIENT', 'COORDINATOR'] as const;
export type RoomRole = (typeof roomRoles)[number];

export interface RoomIdentity {
  readonly role: RoomRole;
  /** A practitioner's or patient's id. */
  readonly personId: string;
}

/** What others in the room are shown instead of a name. */
export const roleLabels: Readonly<Record<RoomRole, string>> = {
  REQUESTER: '申请医生',
  EXPERT: '会诊专家',
  PATIENT: '患者',
  COORDINATOR: '会诊中心',
};

export function isRoomRole(role: string): role is RoomRole {
  return roomRoles.some((known) => known === role);
}

export function identityText({ role, personId }: RoomIdentity): string {
  return `${role}:${personId}`;
}

/** Null for an identity that this platform has not given out, such as a recorder's. */
export function parseIdentity(text: string): RoomIdentity | null {
  const [role = '', personId = ''] = text.split(':');
  return isRoomRole(role) && personId !== '' ? { role, personId } : null;
}

/** A coordinator looks on: sees and hears, is seen on the list, says nothing. */
export function onlyObserves(role: RoomRole): boolean {
  return role === 'COORDINATOR';
}
