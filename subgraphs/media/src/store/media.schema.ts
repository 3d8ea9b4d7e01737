/** How rooms and call segments lie in their tables. */
import { defineEntity, p } from '@mikro-orm/core';
import { CallSegment } from '../domain/call-segment.ts';
import { Room } from '../domain/room.ts';

export const roomSchema = defineEntity({
  class: Room,
  tableName: 'rooms',
  properties: {
    id: p.uuid().primary(),
    consultationId: p.uuid(),
    institutionId: p.uuid(),
    patientId: p.uuid(),
    name: p.text(),
    expertIds: p.array().columnType('uuid[]').$type<string[]>(),
    openedAt: p.datetime(),
    suspendedAt: p.datetime().nullable(),
    closedAt: p.datetime().nullable(),
  },
});

export const callSegmentSchema = defineEntity({
  class: CallSegment,
  tableName: 'call_segments',
  properties: {
    id: p.uuid().primary(),
    roomId: p.uuid(),
    participantSid: p.text(),
    sessionSid: p.text(),
    identity: p.text(),
    joinedAt: p.datetime(),
    leftAt: p.datetime().nullable(),
  },
});
