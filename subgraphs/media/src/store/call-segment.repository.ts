/** Call segments: each of LiveKit's stays is one row, however often and in whatever order it is reported. */
import type { UnitTools } from '@huizhen/platform/subgraph/context';
import { z } from 'zod';
import { CallSegment } from '../domain/call-segment.ts';

const COLUMNS = '(id, room_id, participant_sid, session_sid, identity, joined_at, left_at)';

export class CallSegmentRepository {
  private readonly tools: UnitTools;

  constructor(tools: UnitTools) {
    this.tools = tools;
  }

  ofRooms(roomIds: readonly string[]): Promise<CallSegment[]> {
    return this.tools.em.find(
      CallSegment,
      { roomId: { $in: [...roomIds] } },
      { orderBy: { joinedAt: 'asc', id: 'asc' } },
    );
  }

  async openOnes(roomId: string): Promise<CallSegment[]> {
    return this.tools.em.find(CallSegment, { roomId, leftAt: null });
  }

  /** True when this stay was not known: neither that it began nor that it ended. */
  async begin(segment: CallSegment): Promise<boolean> {
    const rows = await this.tools.sql(
      z.unknown(),
      `INSERT INTO media.call_segments ${COLUMNS} VALUES (?, ?, ?, ?, ?, ?, NULL) ON CONFLICT (participant_sid) DO NOTHING RETURNING 1`,
      [...begun(segment)],
    );
    return rows.length === 1;
  }

  /** True when its end was not known. The end may be reported before the beginning. */
  async end(segment: CallSegment): Promise<boolean> {
    const rows = await this.tools.sql(
      z.unknown(),
      `INSERT INTO media.call_segments ${COLUMNS} VALUES (?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (participant_sid) DO UPDATE SET left_at = greatest(excluded.left_at, call_segments.joined_at)
       WHERE call_segments.left_at IS NULL RETURNING 1`,
      [...begun(segment), segment.leftAt],
    );
    return rows.length === 1;
  }

  /** Ends what is still open of one life of the room. */
  async endSession(roomId: string, sessionSid: string, at: Date): Promise<void> {
    await this.tools.sql(
      z.unknown(),
      `UPDATE media.call_segments SET left_at = greatest(joined_at, ?::timestamptz)
       WHERE room_id = ? AND session_sid = ? AND left_at IS NULL`,
      [at, roomId, sessionSid],
    );
  }
}

function begun({ id, roomId, participantSid, sessionSid, identity, joinedAt }: CallSegment): readonly unknown[] {
  return [id, roomId, participantSid, sessionSid, identity, joinedAt];
}
