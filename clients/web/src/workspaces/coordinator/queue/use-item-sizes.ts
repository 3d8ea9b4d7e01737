/** How tall a row and a heading are now: all are alike, so that one of each is measured, and not every one that scrolls by. */
import { type RefObject, useEffect, useLayoutEffect, useState } from 'react';
import type { QueueItem } from './sections.ts';

type Kind = QueueItem['kind'];
export type ItemSizes = Readonly<Record<Kind, number>>;

const usual: ItemSizes = { heading: 40, row: 44 };
const kinds: readonly Kind[] = ['heading', 'row'];

export function useItemSizes(place: RefObject<HTMLElement | null>): ItemSizes {
  const [sizes, setSizes] = useState(usual);
  const [ruler] = useState(() => new Ruler((kind, height) => setSizes((known) => withSize(known, kind, height))));
  // Those in sight change as one scrolls; with the width, the type and the words their height changes too.
  useLayoutEffect(() => {
    for (const kind of kinds) ruler.lay(kind, place.current?.querySelector(`[data-item=${kind}]`) ?? null);
  });
  useEffect(() => () => ruler.putAway(), [ruler]);
  return sizes;
}

function withSize(known: ItemSizes, kind: Kind, height: number): ItemSizes {
  return known[kind] === height ? known : { ...known, [kind]: height };
}

/** Lies on one element of each kind for as long as that is there, and tells its height at once and whenever it changes. */
class Ruler {
  private readonly watched = new Map<Kind, Element>();
  private readonly tell: (kind: Kind, height: number) => void;
  private readonly observer = new ResizeObserver(() => this.read());

  constructor(tell: (kind: Kind, height: number) => void) {
    this.tell = tell;
  }

  lay(kind: Kind, element: Element | null): void {
    const before = this.watched.get(kind);
    if (element === null || element === before) return;
    if (before) this.observer.unobserve(before);
    this.watched.set(kind, element);
    this.observer.observe(element);
    this.tell(kind, element.getBoundingClientRect().height);
  }

  putAway(): void {
    this.observer.disconnect();
    this.watched.clear();
  }

  private read(): void {
    for (const [kind, element] of this.watched)
      if (element.isConnected) this.tell(kind, element.getBoundingClientRect().height);
  }
}
