/** Keeps what a supergraph declares of access: an operation runs without what its caller is refused, and its answer tells the rest. */
import type { Viewer } from '@huizhen/platform/access/viewer';
import { getOperationAST, OperationTypeNode, print, type GraphQLError, type GraphQLSchema } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { AccessRules } from './access-rules.ts';
import { nullRefused } from './null-refused.ts';
import { refusedRoots, type RefusedCall } from './refused-call.ts';
import type { Refused } from './refusal.ts';
import { withoutRefused } from './without-refused.ts';
import type { CheckedOperation } from '../federation/graph-version.ts';
import type { PlanAnswer } from '../federation/plan-executor.ts';

/** Of each class of callers. */
const OPERATIONS_KEPT = 1_000;

/** Null when nothing is left of it. */
type Left = { readonly operation: CheckedOperation | null };

export interface AccessCall {
  readonly operation: CheckedOperation;
  /** Coerced by the operation's own declarations. */
  readonly variables: Readonly<Record<string, unknown>>;
  readonly viewer: Viewer | null;
  /** Told of every refusal that an answer tells of. */
  readonly onRefused?: ((refusals: readonly GraphQLError[]) => void) | undefined;
}

type Run = (permitted: CheckedOperation) => Promise<PlanAnswer>;

export class DeclaredAccess {
  private readonly rules: AccessRules;
  private readonly schema: GraphQLSchema;
  /** By what is refused, which is one object for one class of callers, and then by operation. */
  private readonly lefts = new WeakMap<Refused, LRUCache<string, Left>>();

  constructor(rules: AccessRules, schema: GraphQLSchema) {
    this.rules = rules;
    this.schema = schema;
  }

  /** What may be planned for this caller: the very same operation when nothing of it is refused, null when nothing is left. */
  permitted(operation: CheckedOperation, viewer: Viewer | null): CheckedOperation | null {
    const refused = this.rules.refusedFor(viewer);
    if (refused.size === 0) return operation;
    const lefts = this.lefts.get(refused) ?? new LRUCache({ max: OPERATIONS_KEPT });
    this.lefts.set(refused, lefts);
    const { source, operationName } = operation;
    const key = operationName === undefined ? source : `${operationName}\n${source}`;
    const left = lefts.get(key) ?? { operation: this.reduced(operation, refused) };
    lefts.set(key, left);
    return left.operation?.source === source ? operation : left.operation;
  }

  /** Refusals for which the whole operation must not run: those of a mutation's or subscription's own fields. */
  refusalsOfWhole({ operation, variables, viewer, onRefused }: AccessCall): readonly GraphQLError[] {
    const kind = getOperationAST(operation.document, operation.operationName)?.operation;
    if (kind === OperationTypeNode.QUERY || this.permitted(operation, viewer) === operation) return [];
    const refusals = refusedRoots(this.refusedCall(operation, variables, viewer));
    if (refusals.length > 0) onRefused?.(refusals);
    return refusals;
  }

  /** Runs what is permitted; what is refused is null in the answer, with an error at its place. */
  async answer(call: AccessCall, run: Run): Promise<PlanAnswer> {
    const { operation, variables, viewer, onRefused } = call;
    const permitted = this.permitted(operation, viewer);
    if (permitted === operation) return run(operation);
    const ofWhole = this.refusalsOfWhole(call);
    if (ofWhole.length > 0) return { text: 'null', errors: ofWhole };
    const fetched = permitted ? await run(permitted) : { text: '{}', errors: [] };
    const { data, refusals } = nullRefused(this.refusedCall(operation, variables, viewer), JSON.parse(fetched.text));
    onRefused?.(refusals);
    return { text: JSON.stringify(data), errors: [...fetched.errors, ...refusals] };
  }

  private reduced(operation: CheckedOperation, refused: Refused): CheckedOperation | null {
    const left = withoutRefused(operation, this.schema, refused);
    if (left === operation.document) return operation;
    // Equal remains of different operations share a plan.
    return left && { ...operation, document: left, source: print(left) };
  }

  private refusedCall(
    { document, operationName }: CheckedOperation,
    variables: AccessCall['variables'],
    viewer: Viewer | null,
  ): RefusedCall {
    return { schema: this.schema, document, operationName, variables, refused: this.rules.refusedFor(viewer) };
  }
}
