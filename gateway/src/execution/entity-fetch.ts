/** A fetch for entities: each different one is asked for once, and what comes back is given to everyone who waits for it. */
import type { FetchNode } from '@apollo/query-planner';
import type { PlanContext, Step } from './step.ts';
import { EntityBatch, type EntityGroup } from './entity-batch.ts';
import { unavailable, type Fault } from './fault.ts';
import { isObject, type Path } from './json.ts';
import { copyOfObject, merge } from './merge.ts';
import { PlanFetch } from './plan-fetch.ts';
import { compileRequires } from './representation.ts';
import { compileRewrites } from './rewrites.ts';
import { blockingFault } from './blocking-fault.ts';
import type { Run } from './run.ts';
import type { SubgraphAnswer } from './subgraph-answer.ts';

export function entityFetch(node: FetchNode, place: Path, context: PlanContext): Step {
  const { requires = [] } = node;
  const fetch = new PlanFetch(node, place, context);
  const requirements = compileRequires(requires, context.families);
  const rewriteKeys = compileRewrites(node.inputRewrites, context.families);
  const whyBlocked = blockingFault(requires, context.families);
  return async (run) => {
    const batch = new EntityBatch(fetch.path.targets(run.data), requirements, rewriteKeys);
    const missing = run.missingNow();
    for (const target of batch.unknown) {
      const fault = whyBlocked(target, missing);
      if (fault) run.fail({ targets: [target], provided: fetch.provided, fault });
    }
    if (batch.groups.length > 0) await fetchGroups(fetch, run, batch);
  };
}

async function fetchGroups(fetch: PlanFetch, run: Run, { groups, representations }: EntityBatch): Promise<void> {
  const answer = await fetch.ask(run, { representations });
  const fail = (fault: Fault) =>
    run.fail({ targets: groups.flatMap(({ targets }) => targets), provided: fetch.provided, fault });
  if ('fault' in answer) return fail(answer.fault);
  const entities = entitiesOf(answer, groups.length);
  if (!entities) return fail(unavailable(fetch.service));
  tell(fetch, run, { groups, answer });
  groups.forEach((group, index) => {
    if (entities[index] === null) run.metUnknown = true;
    else give(fetch, group, entities[index]);
  });
}

/** Null when the answer is none: entities are as many as were asked for. Without data there are none, and errors say why. */
function entitiesOf({ data, errors }: SubgraphAnswer, expected: number): readonly unknown[] | null {
  const entities = data?.['_entities'] ?? null;
  if (entities === null) return errors.length > 0 ? [] : null;
  return Array.isArray(entities) && entities.length === expected ? entities : null;
}

function give(fetch: PlanFetch, { targets: [first, ...others], typename }: EntityGroup, entity: unknown): void {
  if (!first || !isObject(entity)) return;
  // An interface object does not know its type: the gateway may.
  if (fetch.isVague(entity)) entity['__typename'] = typename;
  fetch.rewriteAnswer(entity);
  for (const other of others) merge(other, copyOfObject(entity));
  merge(first, entity);
}

function tell(
  fetch: PlanFetch,
  run: Run,
  { groups, answer }: { groups: readonly EntityGroup[]; answer: SubgraphAnswer },
): void {
  if (answer.errors.length === 0) return;
  const { provided } = fetch;
  const places = fetch.path.places(run.data);
  for (const error of answer.errors) {
    const [root, index, ...within] = error.path ?? [];
    const targets = root === '_entities' && typeof index === 'number' ? groups[index]?.targets : undefined;
    if (targets && within.length > 0) {
      for (const target of targets) run.tell(error, fetch.responsePath(run, places.get(target) ?? [], within));
      // An entity as a whole: the client has what others know of it, and misses what this subgraph would have brought.
    } else if (targets) run.fail({ targets, provided, fault: error });
    else if (answer.data) run.tell(error, []);
    else run.fail({ targets: groups.flatMap((group) => group.targets), provided, fault: error });
  }
}
