/** Nothing moves under a pointer or a focused link: what a row says is always new, where it stands waits. */
import { useState } from 'react';
import { type Held, useHeld } from '../../../shared/controls/use-held.ts';
import type { CaseRow, Cases } from './my-cases.ts';

export interface Steady {
  readonly shown: Cases;
  /** The order would be another. */
  readonly moved: boolean;
  readonly holds: Held['holds'];
  release(): void;
}

const sections = ['mine', 'waiting', 'colleagues'] as const;

export function useSteady(cases: Cases): Steady {
  const [layout, setLayout] = useState(cases);
  const { held, holds } = useHeld();
  if (!held && layout !== cases) setLayout(cases);
  return {
    shown: held ? renewed(layout, cases) : cases,
    moved: held && orderOf(layout) !== orderOf(cases),
    holds,
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
