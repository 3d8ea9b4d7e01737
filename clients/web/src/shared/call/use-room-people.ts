/** Who is inside, as the video server reported it; asked again every few seconds while one waits before the door. */
import { useEffect } from 'react';
import { useQuery } from 'urql';
import { RoomPeopleDocument, type RoomPeopleQuery } from './call.graphql.ts';

export type Insider = NonNullable<RoomPeopleQuery['room']>['participants'][number];

const everyMs = 5_000;

/** Null while nobody knows. */
export function useRoomPeople(consultationId: string): readonly Insider[] | null {
  const [{ data }, readAgain] = useQuery({
    query: RoomPeopleDocument,
    variables: { consultationId },
    requestPolicy: 'cache-and-network',
  });
  useEffect(() => {
    const timer = setInterval(() => {
      if (!document.hidden) readAgain({ requestPolicy: 'network-only' });
    }, everyMs);
    return () => clearInterval(timer);
  }, [readAgain]);
  return data?.room?.participants ?? null;
}
