/** How tall a row and a heading are now: all are alike, so that one of each is measured, and not every one that scrolls by. */
import { type RefObject, useLayoutEffect, useState } from 'react';
import type { QueueItem } from './sections.ts';

export type ItemSizes = Readonly<Record<QueueItem['kind'], number>>;

const usual: ItemSizes = { heading: 40, row: 44 };

export function useItemSizes(place: RefObject<HTMLElement | null>, shown: readonly QueueItem[]): ItemSizes {
  const [sizes, setSizes] = useState(usual);
  useLayoutEffect(() => {
    const { current } = place;
    if (!current) return undefined;
    const measure = () => setSizes((known) => measured(current, known));
    const watching = new ResizeObserver(measure);
    watching.observe(current);
    return () => watching.disconnect();
  }, [place, shown]);
  return sizes;
}

function measured(place: HTMLElement, known: ItemSizes): ItemSizes {
  const heightOf = (kind: QueueItem['kind']) =>
    place.querySelector(`[data-item=${kind}]`)?.getBoundingClientRect().height ?? known[kind];
  const now = { heading: heightOf('heading'), row: heightOf('row') };
  return now.heading === known.heading && now.row === known.row ? known : now;
}
