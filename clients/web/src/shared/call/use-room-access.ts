/** The way into the room: a fresh token each time one comes or comes back, or why there is none. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Problem } from '../../graph/problem.ts';
import { useAction } from '../actions/use-action.ts';
import { JoinRoomDocument, type JoinRoomMutation } from './call.graphql.ts';

export type RoomAccess = JoinRoomMutation['joinRoom'];
export type VideoProfile = RoomAccess['video'];

export interface Entrance {
  /** The last one that was handed out; its token may have run out since. */
  readonly access: RoomAccess | null;
  readonly asking: boolean;
  readonly problem: Problem | null;
  /** No video server is configured here, which no second try changes. */
  readonly noVideo: boolean;
  ask(): Promise<RoomAccess | null>;
}

export function useRoomAccess(consultationId: string): Entrance {
  const { running, problem, run } = useAction(JoinRoomDocument);
  const [access, setAccess] = useState<RoomAccess | null>(null);
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  const ask = useCallback(async () => {
    const answer = await latest.current({ input: { consultationId } });
    if (answer) setAccess(answer.joinRoom);
    return answer?.joinRoom ?? null;
  }, [consultationId]);
  // Asked before anybody presses: the lobby tells at once whether there is video here, and how much of it.
  useEffect(() => void ask(), [ask]);
  return { access, asking: running, problem, noVideo: problem?.details?.['service'] === 'livekit', ask };
}
