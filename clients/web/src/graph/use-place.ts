/** A place in the platform's log, taken when the page opens: what is read after it and then watched from it has no gap between. */
import { useEffect, useState } from 'react';
import { useHuizhen } from './graph-context.tsx';

/** Undefined until it is known. */
export function usePlace(): string | undefined {
  const huizhen = useHuizhen();
  const [place, setPlace] = useState<string>();
  useEffect(() => {
    const leaving = new AbortController();
    huizhen.cursor({ signal: leaving.signal }).then(setPlace, () => undefined);
    return () => leaving.abort();
  }, [huizhen]);
  return place;
}
