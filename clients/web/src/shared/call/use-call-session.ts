/** Goes into the room, and comes back by itself with a fresh token when the line broke; leaves when the page does. */
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { CallSession, type Senses } from './call-session.ts';
import type { CallView } from './call-view.ts';
import type { RoomAccess } from './use-room-access.ts';

interface Coming {
  readonly access: RoomAccess;
  readonly senses: Senses;
  readonly ask: () => Promise<RoomAccess | null>;
}

export interface OngoingCall {
  readonly session: CallSession;
  readonly view: CallView;
  comeBack(): Promise<void>;
}

const retryAfterMs = [1_000, 3_000, 8_000];

export function useCallSession({ access, senses, ask }: Coming): OngoingCall {
  const [session] = useState(() => new CallSession(senses));
  const view = useSyncExternalStore(session.subscribe, session.now);
  const first = useRef(access);
  const tries = useRef(0);
  const comeBack = async () => {
    const fresh = await ask();
    if (fresh) await session.come(fresh);
  };
  const latest = useRef(comeBack);
  useEffect(() => {
    latest.current = comeBack;
  });
  useEffect(() => {
    void session.come(first.current);
    return () => void session.leave();
  }, [session]);
  useEffect(() => {
    if (view.state === 'inside') tries.current = 0;
    const pause = retryAfterMs[tries.current];
    if (view.left !== 'lost' || pause === undefined) return undefined;
    const timer = setTimeout(() => {
      tries.current += 1;
      void latest.current();
    }, pause);
    return () => clearTimeout(timer);
  }, [view.state, view.left]);
  return { session, view, comeBack };
}
