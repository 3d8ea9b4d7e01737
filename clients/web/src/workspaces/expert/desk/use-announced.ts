/** A new invitation is told where people look and listen: in the title of the tab, and by two notes for whoever wants them. */
import { useEffect, useRef } from 'react';
import { chime } from './chime.ts';
import type { Asked } from './desk-state.ts';

export function useAnnounced(asked: readonly Asked[], known: boolean): void {
  const before = useRef<ReadonlySet<string> | null>(null);
  const count = asked.length;
  useEffect(() => {
    const plain = document.title.replace(/^\(\d+\) /, '');
    document.title = count > 0 ? `(${count}) ${plain}` : plain;
    return () => {
      document.title = plain;
    };
  }, [count]);
  useEffect(() => {
    if (!known) return;
    const ids = new Set(asked.map(({ invitation }) => invitation.id));
    // What waited already when the page was opened is not new.
    if (before.current && [...ids].some((id) => !before.current?.has(id))) chime.ring();
    before.current = ids;
  }, [asked, known]);
}
