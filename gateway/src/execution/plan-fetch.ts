/** What both kinds of fetch have in common: which variables they send, what they would bring, how their answer is put right. */
import type { FetchNode } from '@apollo/query-planner';
import type { PlanContext } from './step.ts';
import { FlattenPath } from './flatten-path.ts';
import type { JsonObject, Path } from './json.ts';
import { providedFields, type ProvidedFields } from './provided-fields.ts';
import { compileRewrites, renamesOf, type Rewrite } from './rewrites.ts';
import type { Run } from './run.ts';
import { ask, type SubgraphAnswer } from './subgraph-answer.ts';
import type { Fault } from './fault.ts';

export class PlanFetch {
  readonly service: string;
  readonly path: FlattenPath;
  readonly rewriteAnswer: Rewrite;
  private readonly node: FetchNode;
  private readonly context: PlanContext;
  private readonly renames: ReadonlyMap<string, string>;
  private readonly variableNames: readonly string[];
  private known: ProvidedFields | undefined;

  constructor(node: FetchNode, place: Path, context: PlanContext) {
    this.service = node.serviceName;
    this.path = new FlattenPath(place);
    this.rewriteAnswer = compileRewrites(node.outputRewrites, context.families);
    this.node = node;
    this.context = context;
    this.renames = renamesOf(node);
    this.variableNames = node.variableUsages ?? [];
  }

  /** What this fetch would bring to its targets. */
  get provided(): ProvidedFields {
    return (this.known ??= providedFields(this.node, this.context.families));
  }

  /** Whether an entity says only what interface it is of. */
  isVague({ __typename: name }: JsonObject): boolean {
    return !name || this.context.families.isAbstract(name);
  }

  ask(run: Run, more: JsonObject = {}): Promise<SubgraphAnswer | { readonly fault: Fault }> {
    const { serviceName: service, operation: query, operationName } = this.node;
    const variables = { ...this.variablesOf(run), ...more };
    return ask(run.fetch, { service, query, operationName, variables });
  }

  /** A path of the subgraph's, from the target at `place` on, as the client knows it. */
  responsePath(run: Run, place: Path, within: Path): Path {
    const named = within.map((step) => (typeof step === 'string' ? (this.renames.get(step) ?? step) : step));
    return this.context.responsePaths.shown([...place, ...named], run.variables);
  }

  private variablesOf({ variables }: Run): JsonObject {
    const used: JsonObject = {};
    for (const name of this.variableNames) if (variables[name] !== undefined) used[name] = variables[name];
    return used;
  }
}
