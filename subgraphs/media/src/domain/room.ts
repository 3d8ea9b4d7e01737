/** The one room of a consultation: open from the first acceptance until the session has ended, whoever comes and goes. */
import { parseIdentity } from './room-identity.ts';

export interface RoomFacts {
  readonly consultationId: string;
  readonly institutionId: string;
  readonly patientId: string;
  readonly expertIds: readonly string[];
}

export class Room {
  id!: string;
  consultationId!: string;
  institutionId!: string;
  patientId!: string;
  /** What LiveKit calls it; says nothing about the consultation. */
  name!: string;
  /** Who has accepted, and so may come in and see the room. */
  expertIds!: string[];
  openedAt!: Date;
  /** The consent was withdrawn: nobody may be inside until a new one lets somebody join again. */
  suspendedAt: Date | null = null;
  /** The session has ended; final. */
  closedAt: Date | null = null;

  static open({ expertIds, ...facts }: RoomFacts, id: string, now: Date): Room {
    const name = `huizhen-${id}`;
    return Object.assign(new Room(), { ...facts, id, name, expertIds: [...expertIds], openedAt: now });
  }

  isOpen(): boolean {
    return this.closedAt === null && this.suspendedAt === null;
  }

  /** Whether somebody with this identity may be inside; a token may outlive the right to be there. */
  admits(identity: string): boolean {
    const parts = parseIdentity(identity);
    if (parts === null || !this.isOpen()) return false;
    return parts.role !== 'EXPERT' || this.expertIds.includes(parts.personId);
  }
}
