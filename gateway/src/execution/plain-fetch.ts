/** A fetch that needs to know nothing of its target: the operation's roots, or a root type met again further down. */
import type { FetchNode } from '@apollo/query-planner';
import type { PlanContext, Step } from './step.ts';
import type { JsonObject, Path } from './json.ts';
import { copyOfObject, merge } from './merge.ts';
import { PlanFetch } from './plan-fetch.ts';
import type { Run } from './run.ts';
import type { SubgraphAnswer } from './subgraph-answer.ts';

export function plainFetch(node: FetchNode, place: Path, context: PlanContext): Step {
  const fetch = new PlanFetch(node, place, context);
  return async (run) => {
    const targets = fetch.path.targets(run.data);
    if (targets.length === 0) return;
    const answer = await fetch.ask(run);
    if ('fault' in answer) return run.fail({ targets, provided: fetch.provided, fault: answer.fault });
    tell(fetch, run, { targets, answer });
    if (answer.data) spread(fetch, answer.data, targets);
  };
}

function spread(fetch: PlanFetch, data: JsonObject, [first, ...others]: readonly JsonObject[]): void {
  fetch.rewriteAnswer(data);
  for (const other of others) merge(other, copyOfObject(data));
  if (first) merge(first, data);
}

function tell(
  fetch: PlanFetch,
  run: Run,
  { targets, answer }: { targets: readonly JsonObject[]; answer: SubgraphAnswer },
): void {
  if (answer.errors.length === 0) return;
  const places = [...fetch.path.places(run.data).values()];
  for (const error of answer.errors) {
    const { path } = error;
    if (path?.length) for (const place of places) run.tell(error, fetch.responsePath(run, place, path));
    // The subgraph refused the operation as a whole.
    else if (!answer.data) run.fail({ targets, provided: fetch.provided, fault: error });
    else run.tell(error, []);
  }
}
