/** What LiveKit reports about a room, as far as it concerns us. */
interface AnyReport {
  /** The report's own id: LiveKit may send it again. */
  readonly id: string;
  readonly at: Date;
  readonly roomName: string;
  readonly sessionSid: string;
}

export interface Stay {
  readonly sid: string;
  readonly identity: string;
  readonly joinedAt: Date;
}

export type RoomReport =
  | (AnyReport & { readonly kind: 'JOINED' | 'LEFT'; readonly stay: Stay })
  | (AnyReport & { readonly kind: 'FINISHED' | 'OTHER' });

const minuteMs = 60_000;

/** Too old, or from a clock that is far ahead: it may be noted, but must not change what has happened since. */
export function isOutOfTime(report: Pick<RoomReport, 'at'>, now: Date, toleratedMinutes: number): boolean {
  return Math.abs(now.getTime() - report.at.getTime()) > toleratedMinutes * minuteMs;
}
