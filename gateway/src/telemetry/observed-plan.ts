/** Planning as it is seen from outside: how long it took, whether the plan was known, and which plan it is. */
import type { QueryPlan } from '@apollo/query-planner';
import { openSpan } from '@huizhen/platform/telemetry/tracing';
import type { Metrics } from './metrics.ts';
import { currentWatch } from './operation-watch.ts';

const seen = new WeakSet<QueryPlan>();

export function observedPlan(metrics: Metrics, plan: () => QueryPlan): QueryPlan {
  const span = openSpan('plan');
  const started = performance.now();
  try {
    const found = plan();
    const known = seen.has(found);
    metrics.plans.inc({ cache: known ? 'hit' : 'miss' });
    span.set({ 'huizhen.plan.cached': known });
    if (!known) metrics.planning.observe((performance.now() - started) / 1_000);
    seen.add(found);
    const watch = currentWatch();
    if (watch) watch.plan = found;
    return found;
  } finally {
    span.end();
  }
}
