/** Media itself takes in what LiveKit reports about a room: each report once, whatever the order, and none out of time. */
import type { CallSegment } from '../domain/call-segment.ts';
import { isOutOfTime, type RoomReport, type Stay } from '../domain/room-report.ts';
import type { Room } from '../domain/room.ts';
import type { MediaContext, MediaUnit } from '../store/media.store.ts';
import { endCall, sendOut } from './end-calls.ts';

export function takeInReport(own: MediaContext, report: RoomReport): Promise<void> {
  return own.transact(async (unit) => {
    if (!(await unit.webhookEvents.isNew(report.id))) return;
    if (isOutOfTime(report, own.clock.now(), own.settings.LIVEKIT_WEBHOOK_LATE_MINUTES)) return;
    const room = await unit.rooms.lockedByName(report.roomName);
    // Other rooms on the same server are not ours.
    if (room !== null) await takeIn(own, unit, { room, report });
  });
}

interface ReportOfRoom {
  readonly room: Room;
  readonly report: RoomReport;
}

async function takeIn(own: MediaContext, unit: MediaUnit, { room, report }: ReportOfRoom): Promise<void> {
  if (report.kind === 'JOINED') await joined(own, unit, { room, segment: segmentOf(own, room, report) });
  else if (report.kind === 'LEFT') await left(unit, room, segmentOf(own, room, report));
  else if (report.kind === 'FINISHED') await finished(unit, room, report);
}

interface Arrival {
  readonly room: Room;
  readonly segment: CallSegment;
}

async function joined(own: MediaContext, unit: MediaUnit, { room, segment }: Arrival): Promise<void> {
  const inside = await isInside(unit, room, segment.identity);
  if (!(await unit.segments.begin(segment))) return;
  unit.audit.record('room.participant-joined', room);
  // A rejoin beside its own ghost is not another arrival.
  if (!inside)
    unit.events.publish('room.participant-joined', { consultationId: room.consultationId, identity: segment.identity });
  // Somebody came with a token that has outlived the right to be here.
  if (!room.isOpen()) await endCall(own, unit, room.name);
  else if (!room.admits(segment.identity)) await sendOut(own, unit, { room: room.name, identity: segment.identity });
}

async function left(unit: MediaUnit, room: Room, segment: CallSegment): Promise<void> {
  if (!(await unit.segments.end(segment))) return;
  unit.audit.record('room.participant-left', room);
  if (await isInside(unit, room, segment.identity)) return;
  unit.events.publish('room.participant-left', { consultationId: room.consultationId, identity: segment.identity });
}

async function finished(unit: MediaUnit, room: Room, { sessionSid, at }: RoomReport): Promise<void> {
  await unit.segments.endSession(room.id, sessionSid, at);
  await unit.webhookEvents.forgetOld();
  // Somebody is in already again: an earlier life of the room has ended, not the call.
  if ((await unit.segments.openOnes(room.id)).length > 0) return;
  unit.audit.record('room.finish', room);
  unit.events.publish('room.finished', { consultationId: room.consultationId });
}

async function isInside({ segments }: MediaUnit, room: Room, identity: string): Promise<boolean> {
  return (await segments.openOnes(room.id)).some((open) => open.identity === identity);
}

function segmentOf(own: MediaContext, room: Room, report: RoomReport & { readonly stay: Stay }): CallSegment {
  const { sid: participantSid, identity, joinedAt } = report.stay;
  // Reports are timed in whole seconds, stays in milliseconds.
  const leftAt = report.kind === 'LEFT' ? new Date(Math.max(report.at.getTime(), joinedAt.getTime())) : null;
  return {
    id: own.ids.next(),
    roomId: room.id,
    participantSid,
    sessionSid: report.sessionSid,
    identity,
    joinedAt,
    leftAt,
  };
}
