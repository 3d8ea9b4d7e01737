/** Rooms: one per consultation, found by consultation or by LiveKit's name. */
import { LockMode } from '@mikro-orm/core';
import type { UnitTools } from '@huizhen/platform/subgraph/context';
import { z } from 'zod';
import { Room } from '../domain/room.ts';

export class RoomRepository {
  private readonly em: UnitTools['em'];

  constructor({ em }: UnitTools) {
    this.em = em;
  }

  ofConsultations(consultationIds: readonly string[]): Promise<Room[]> {
    return this.em.find(Room, { consultationId: { $in: wellFormed(consultationIds) } });
  }

  /** Held until the transaction ends, so that changes of one room take turns. */
  lockedOfConsultation(consultationId: string): Promise<Room | null> {
    return this.em.findOne(Room, { consultationId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  }

  lockedByName(name: string): Promise<Room | null> {
    return this.em.findOne(Room, { name }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  }

  /** The room that is there, or this new one: whoever comes first opens it. */
  async addUnlessThere(room: Room): Promise<Room> {
    await this.em.upsert(Room, room, { onConflictFields: ['consultationId'], onConflictAction: 'ignore' });
    return this.em.findOneOrFail(
      Room,
      { consultationId: room.consultationId },
      { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
    );
  }

  async save({ id, expertIds, suspendedAt, closedAt }: Room): Promise<void> {
    await this.em.nativeUpdate(Room, { id }, { expertIds, suspendedAt, closedAt });
  }
}

const uuid = z.uuid();

/** An id of another shape belongs to nothing; PostgreSQL would call it an error. */
function wellFormed(ids: readonly string[]): string[] {
  return ids.filter((id) => uuid.safeParse(id).success);
}
