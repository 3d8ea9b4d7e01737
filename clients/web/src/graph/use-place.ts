/** A place in the platform's log from which to watch what a page has read: between the two nothing is missed. */
import { useEffect, useState } from 'react';
import { useHuizhen } from './graph-context.tsx';

/**
 * @param readAgain is called when the place is known: what was read before may be older
 * @returns undefined until it is known
 */
export function usePlace(readAgain: () => void): string | undefined {
  const huizhen = useHuizhen();
  const [place, setPlace] = useState<string>();
  useEffect(() => {
    const leaving = new AbortController();
    huizhen.cursor({ signal: leaving.signal }).then(setPlace, () => undefined);
    return () => leaving.abort();
  }, [huizhen]);
  useEffect(() => {
    if (place !== undefined) readAgain();
  }, [place, readAgain]);
  return place;
}
