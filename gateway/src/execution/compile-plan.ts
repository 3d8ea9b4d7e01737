/** A query plan as a function: its nodes become steps that run one after another, side by side, or on a condition. */
import type { PlanNode, QueryPlan } from '@apollo/query-planner';
import { entityFetch } from './entity-fetch.ts';
import { isObject, type Path } from './json.ts';
import { plainFetch } from './plain-fetch.ts';
import type { PlanContext, Step } from './step.ts';

/** @throws for plans that only other executors run, so that a fall-back may take them */
export function compilePlan({ node }: QueryPlan, context: PlanContext): Step {
  if (!node) return nothing;
  if (node.kind === 'Subscription') throw new UnsupportedPlan('a subscription is run event by event');
  return compileNode(node, [], context);
}

export class UnsupportedPlan extends Error {
  constructor(why: string) {
    super(`This plan is not executed: ${why}.`);
  }
}

/** @param place where in the response the node works, which the Flatten nodes around it say */
function compileNode(node: PlanNode, place: Path, context: PlanContext): Step {
  switch (node.kind) {
    case 'Sequence':
      return inSequence(node.nodes.map((each) => compileNode(each, place, context)));
    case 'Parallel':
      return inParallel(node.nodes.map((each) => compileNode(each, place, context)));
    case 'Flatten':
      return compileNode(node.node, [...place, ...node.path], context);
    case 'Condition': {
      const { condition, ifClause, elseClause } = node;
      const [yes, no] = [ifClause, elseClause].map((each) => (each ? compileNode(each, place, context) : nothing));
      return (run) => (run.variables[condition] === true ? yes : no)?.(run) ?? nothing();
    }
    case 'Fetch':
      if (node.contextRewrites?.length) throw new UnsupportedPlan('it sets arguments from a context (@fromContext)');
      return node.requires ? entityFetch(node, place, context) : plainFetch(node, place, context);
    case 'Defer':
      throw new UnsupportedPlan('it answers in parts (@defer)');
    default:
      throw new UnsupportedPlan(`it holds a node of an unknown kind, ${kindOf(node)}`);
  }
}

function nothing(): Promise<void> {
  return Promise.resolve();
}

function inSequence(steps: readonly Step[]): Step {
  return async (run) => {
    for (const step of steps) await step(run);
  };
}

function inParallel(steps: readonly Step[]): Step {
  return async (run) => {
    await Promise.all(steps.map((step) => step(run)));
  };
}

function kindOf(node: unknown): string {
  return isObject(node) ? String(node['kind']) : 'none';
}
