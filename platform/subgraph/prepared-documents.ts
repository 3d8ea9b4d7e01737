/** Parses, validates and compiles each distinct document once. */
import { LRUCache } from 'lru-cache';
import { GraphQLError, parse, validate, type DocumentNode, type GraphQLSchema } from 'graphql';
import { CompiledQuery } from '../execution/compiled-query.ts';

export interface Executable {
  readonly document: DocumentNode;
  /** Null for what only graphql-js executes. */
  readonly compiled: CompiledQuery | null;
}

type Prepared = Executable | { errors: readonly GraphQLError[] };

export class PreparedDocuments {
  private readonly cache = new LRUCache<string, Prepared>({ max: 1_000 });
  private readonly schema: GraphQLSchema;

  constructor(schema: GraphQLSchema) {
    this.schema = schema;
  }

  prepare(query: string): Prepared {
    const known = this.cache.get(query);
    if (known) return known;
    const prepared = this.check(query);
    this.cache.set(query, prepared);
    return prepared;
  }

  private check(query: string): Prepared {
    try {
      const document = parse(query, { maxTokens: 20_000 });
      const errors = validate(this.schema, document, undefined, { maxErrors: 5 });
      return errors.length > 0 ? { errors } : { document, compiled: CompiledQuery.of(this.schema, document) };
    } catch (error) {
      if (error instanceof GraphQLError) return { errors: [error] };
      throw error;
    }
  }
}
