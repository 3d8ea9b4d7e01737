/** How an answer came about, as the endpoint tells it in `extensions.explain`. */
interface FetchTold {
  readonly service: string;
  readonly milliseconds: number;
  readonly representations: number;
}

export interface Explanation {
  readonly plan: string;
  readonly fetches: readonly FetchTold[];
}

export function isExplanation(value: unknown): value is Explanation {
  if (typeof value !== 'object' || value === null) return false;
  return 'plan' in value && typeof value.plan === 'string' && 'fetches' in value && Array.isArray(value.fetches);
}
