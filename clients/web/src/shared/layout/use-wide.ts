/** Whether the window is at least so wide: for what should not exist, rather than be hidden, where there is no room. */
import { useSyncExternalStore } from 'react';

export function useWide(pixels: number): boolean {
  const query = `(min-width: ${pixels}px)`;
  return useSyncExternalStore(
    (listener) => {
      const watched = matchMedia(query);
      watched.addEventListener('change', listener);
      return () => watched.removeEventListener('change', listener);
    },
    () => matchMedia(query).matches,
  );
}
