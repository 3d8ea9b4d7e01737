/** One supergraph, ready to serve: what clients see of it, and the plan of every operation that was asked of it. */
import {
  operationFromDocument,
  ROUTER_SUPPORTED_SUPERGRAPH_FEATURES,
  Supergraph,
  type Schema,
} from '@apollo/federation-internals';
import { QueryPlanner, type QueryPlan } from '@apollo/query-planner';
import { GraphQLError, type DocumentNode, type GraphQLSchema } from 'graphql';
import { LRUCache } from 'lru-cache';
import { AccessRules } from '../access/access-rules.ts';
import { DeclaredAccess } from '../access/declared-access.ts';
import { describeAccess } from '../access/describe-access.ts';

const PLANS_KEPT = 1_000;

/** An operation that has been parsed, validated and found within the limits. */
export interface CheckedOperation {
  readonly document: DocumentNode;
  /** The document's text: with the operation's name, the key of its plan. */
  readonly source: string;
  readonly operationName: string | undefined;
}

let versions = 0;

export class GraphVersion {
  /** Each version that this process has served has its own. */
  readonly number: number;
  readonly sdl: string;
  /** What clients see of the supergraph. */
  readonly schema: GraphQLSchema;
  /** All of it, with what only subgraphs see. */
  readonly supergraphSchema: GraphQLSchema;
  readonly supergraph: Supergraph;
  readonly access: DeclaredAccess;
  private readonly planner: QueryPlanner;
  private readonly plans = new LRUCache<string, QueryPlan>({ max: PLANS_KEPT });

  /** @throws when the text is no supergraph, or needs what this gateway does not know. */
  constructor(sdl: string) {
    this.number = versions += 1;
    this.sdl = sdl;
    // Plain @apollo/gateway refuses graphs that declare access; the planner takes them, and the gateway enforces them.
    this.supergraph = Supergraph.build(sdl, { supportedFeatures: ROUTER_SUPPORTED_SUPERGRAPH_FEATURES });
    this.schema = this.apiSchema.toGraphQLJSSchema();
    this.supergraphSchema = this.supergraph.schema.toGraphQLJSSchema();
    this.access = new DeclaredAccess(new AccessRules(this.supergraph.schema), this.schema);
    describeAccess(this.schema, this.supergraph.schema);
    this.planner = new QueryPlanner(this.supergraph);
  }

  /** Names of the subgraphs that the supergraph joins. */
  get services(): readonly string[] {
    return [...this.sdl.matchAll(/@join__graph\(name: "([^"]+)"/g)].map(([, name]) => name ?? '');
  }

  /** What clients see, as the planner knows it. */
  get apiSchema(): Schema {
    return this.supergraph.apiSchema();
  }

  /** The same object for the same operation, so that what is derived from a plan can be kept with it. */
  plan({ document, source, operationName }: CheckedOperation): QueryPlan {
    const key = `${operationName ?? ''}\n${source}`;
    const known = this.plans.get(key);
    if (known) return known;
    const plan = this.newPlan(document, operationName);
    this.plans.set(key, plan);
    return plan;
  }

  private newPlan(document: DocumentNode, operationName: string | undefined): QueryPlan {
    const named = operationName === undefined ? {} : { operationName };
    try {
      return this.planner.buildQueryPlan(operationFromDocument(this.apiSchema, document, named));
    } catch {
      // It has been validated: the planner has faults of its own with rare shapes, such as introspection within a conditional fragment.
      throw unplannable();
    }
  }
}

function unplannable(): GraphQLError {
  const message =
    'This operation cannot be planned. Write it without fragments or conditions around its outermost fields.';
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT', fields: [{ path: 'query', message }] } });
}
