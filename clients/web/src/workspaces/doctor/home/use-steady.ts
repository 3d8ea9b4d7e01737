/** Nothing moves under a pointer or a focused link: what a row says is always new, where it stands waits. */
import { type FocusEvent, type PointerEvent, useState } from 'react';
import type { CaseRow, Cases } from './my-cases.ts';

export interface Steady {
  readonly shown: Cases;
  /** The order would be another. */
  readonly moved: boolean;
  readonly holds: {
    onPointerEnter(event: PointerEvent): void;
    onPointerLeave(): void;
    onFocus(): void;
    onBlur(event: FocusEvent): void;
  };
  release(): void;
}

const sections = ['mine', 'waiting', 'colleagues'] as const;

export function useSteady(cases: Cases): Steady {
  const [layout, setLayout] = useState(cases);
  const [pointer, setPointer] = useState(false);
  const [focus, setFocus] = useState(false);
  const held = pointer || focus;
  if (!held && layout !== cases) setLayout(cases);
  return {
    shown: held ? renewed(layout, cases) : cases,
    moved: held && orderOf(layout) !== orderOf(cases),
    holds: {
      onPointerEnter: ({ pointerType }) => setPointer(pointerType === 'mouse'),
      onPointerLeave: () => setPointer(false),
      onFocus: () => setFocus(true),
      onBlur: ({ currentTarget, relatedTarget }) => setFocus(currentTarget.contains(relatedTarget)),
    },
    release: () => setLayout(cases),
  };
}

/** The rows where they were, as they are now; what is gone stays as it went. */
export function renewed(layout: Cases, cases: Cases): Cases {
  const now = new Map(sections.flatMap((name) => cases[name]).map((row): [string, CaseRow] => [row.it.id, row]));
  const again = (rows: readonly CaseRow[]) => rows.map((row) => now.get(row.it.id) ?? row);
  return { mine: again(layout.mine), waiting: again(layout.waiting), colleagues: again(layout.colleagues) };
}

function orderOf(cases: Cases): string {
  return sections.map((name) => cases[name].map(({ it }) => it.id).join(' ')).join('|');
}
