/** How an operation was carried out, for whoever develops against the endpoint: its plan, and what each subgraph was asked. */
import { z } from 'zod';
import { currentWatch, type FetchNote } from './operation-watch.ts';
import { planText } from './plan-text.ts';

export interface Explanation {
  readonly plan: string;
  readonly fetches: readonly FetchNote[];
}

const wanted = z.object({ explain: z.literal(true) });

/** What belongs into the answer's extensions; nothing unless the request's extensions ask, where the graph may be looked into. */
export function explanationFor(extensions: unknown, introspection: boolean): { explain: Explanation } | undefined {
  if (!introspection || !wanted.safeParse(extensions).success) return undefined;
  const watch = currentWatch();
  if (!watch?.plan) return undefined;
  return { explain: { plan: planText(watch.plan), fetches: watch.fetches } };
}
