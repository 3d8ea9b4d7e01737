/** Parses and validates what is asked live, each distinct text once per version of the graph, by the rules that HTTP has. */
import {
  GraphQLError,
  NoSchemaIntrospectionCustomRule,
  parse,
  specifiedRules,
  validate,
  type DocumentNode,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import type { GraphVersion } from '../federation/graph-version.ts';
import { withoutHints } from '../limits/hide-hints.ts';
import { limits, operationLimits } from '../limits/operation-limits.ts';

type Checked = { readonly document: DocumentNode } | { readonly errors: readonly GraphQLError[] };

interface Graph {
  readonly current: GraphVersion;
  readonly introspection: boolean;
}

export class CheckedDocuments {
  private readonly graph: Graph;
  private readonly rules;
  private readonly cache = new LRUCache<string, Checked>({ max: 1_000 });
  private version: GraphVersion;

  constructor(graph: Graph) {
    this.graph = graph;
    this.version = graph.current;
    const { introspection } = graph;
    this.rules = [...specifiedRules, ...(introspection ? [] : [NoSchemaIntrospectionCustomRule]), operationLimits];
  }

  check(source: string): Checked {
    if (this.version !== this.graph.current) this.forget();
    const known = this.cache.get(source);
    if (known) return known;
    const checked = this.judge(source);
    this.cache.set(source, checked);
    return checked;
  }

  private forget(): void {
    this.version = this.graph.current;
    this.cache.clear();
  }

  private judge(source: string): Checked {
    try {
      const document = parse(source, { maxTokens: limits.tokens });
      const errors = validate(this.version.schema, document, this.rules, { maxErrors: limits.errors });
      return errors.length === 0 ? { document } : { errors: errors.map((error) => this.asBadInput(error)) };
    } catch (error) {
      return { errors: [this.asBadInput(error)] };
    }
  }

  private asBadInput(error: unknown): GraphQLError {
    // validate() itself throws on a few malformed subscriptions; whatever it says concerns the document.
    if (!(error instanceof GraphQLError)) return badInput('This operation cannot be checked. Simplify it.');
    if (error.extensions['code']) return error;
    return badInput(this.graph.introspection ? error.message : withoutHints(error.message), error.nodes);
  }
}

function badInput(message: string, nodes?: GraphQLError['nodes']): GraphQLError {
  const extensions = { code: 'BAD_USER_INPUT', fields: [{ path: 'query', message }] };
  return new GraphQLError(message, { ...(nodes && { nodes }), extensions });
}
