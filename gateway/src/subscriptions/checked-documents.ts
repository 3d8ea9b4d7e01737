/** Parses and validates what comes over the socket, each distinct text once, by the rules that HTTP has. */
import {
  GraphQLError,
  NoSchemaIntrospectionCustomRule,
  parse,
  specifiedRules,
  validate,
  type DocumentNode,
  type GraphQLSchema,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import { limits, operationLimits } from '../limits/operation-limits.ts';

type Checked = { readonly document: DocumentNode } | { readonly errors: readonly GraphQLError[] };

const badInput = { code: 'BAD_USER_INPUT', fields: [] };

export class CheckedDocuments {
  private readonly schema: GraphQLSchema;
  private readonly rules;
  private readonly cache = new LRUCache<string, Checked>({ max: 1_000 });

  constructor(schema: GraphQLSchema, introspection: boolean) {
    this.schema = schema;
    this.rules = [...specifiedRules, operationLimits, ...(introspection ? [] : [NoSchemaIntrospectionCustomRule])];
  }

  check(source: string): Checked {
    const known = this.cache.get(source);
    if (known) return known;
    const checked = this.judge(source);
    this.cache.set(source, checked);
    return checked;
  }

  private judge(source: string): Checked {
    try {
      const document = parse(source, { maxTokens: limits.tokens });
      const errors = validate(this.schema, document, this.rules, { maxErrors: limits.errors });
      return errors.length === 0 ? { document } : { errors: errors.map(asBadInput) };
    } catch (error) {
      return { errors: [asBadInput(error)] };
    }
  }
}

function asBadInput(error: unknown): GraphQLError {
  // validate() itself throws on a few malformed subscriptions; whatever it says concerns the document.
  if (!(error instanceof GraphQLError))
    return new GraphQLError('This operation cannot be checked. Simplify it.', { extensions: badInput });
  if (error.extensions['code']) return error;
  return new GraphQLError(error.message, { ...(error.nodes && { nodes: error.nodes }), extensions: badInput });
}
