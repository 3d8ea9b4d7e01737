/** Nothing moves under a pointer, a focused control or a reader who has scrolled: the order waits, and says that it does. */
import { type UIEvent, useState } from 'react';
import { type Held, useHeld } from '../../../shared/controls/use-held.ts';
import type { QueueItem } from './sections.ts';

export interface Settled {
  readonly shown: readonly QueueItem[];
  /** Rows that would be there, and are not yet. */
  readonly fresh: number;
  /** The order would be another. */
  readonly moved: boolean;
  readonly holds: Held['holds'] & { onScroll(event: UIEvent): void };
  release(): void;
}

export function useSettled(wanted: readonly QueueItem[], neverHold: boolean): Settled {
  const [shown, setShown] = useState(wanted);
  const { held: touched, holds } = useHeld();
  const [scrolled, setScrolled] = useState(false);
  const held = !neverHold && shown.length > 0 && (touched || scrolled);
  if (!held && shown !== wanted) setShown(wanted);
  return {
    shown: held ? shown : wanted,
    fresh: held ? countFresh(shown, wanted) : 0,
    moved: held && orderOf(shown) !== orderOf(wanted),
    holds: { ...holds, onScroll: ({ currentTarget }) => setScrolled(currentTarget.scrollTop > 8) },
    release: () => setShown(wanted),
  };
}

function countFresh(shown: readonly QueueItem[], wanted: readonly QueueItem[]): number {
  const known = new Set(shown.map(keyOf));
  return wanted.filter((item) => item.kind === 'row' && !known.has(keyOf(item))).length;
}

export function keyOf(item: QueueItem): string {
  return item.kind === 'row' ? item.id : item.section;
}

function orderOf(items: readonly QueueItem[]): string {
  return items.map(keyOf).join(' ');
}
