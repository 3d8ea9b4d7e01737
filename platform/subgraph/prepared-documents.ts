/** Parses, measures, validates and compiles each distinct document once. */
import { LRUCache } from 'lru-cache';
import { GraphQLError, Kind, parse, specifiedRules, validate, type DocumentNode, type GraphQLSchema } from 'graphql';
import { CompiledQuery } from '../execution/compiled-query.ts';
import { nestingOf } from '../input/nesting-of.ts';
import { sizeOf, type Size } from '../input/operation-size.ts';
import { storableLiterals } from '../input/storable-literals.ts';

export interface Executable {
  readonly document: DocumentNode;
  /** Null for what only graphql-js executes. */
  readonly compiled: CompiledQuery | null;
}

type Prepared = Executable | { errors: readonly GraphQLError[] };

/** More than a planner makes of any operation that the gateway lets in, and little enough to be refused at once. */
export const documentLimits = {
  tokens: 20_000,
  characters: 512 * 1024,
  /** Of brackets of all kinds. */
  nesting: 200,
  size: { depth: 24, aliases: 60, directives: 60, rootFields: 60, repeats: 60, selections: 5_000 },
} as const;

const names: readonly (keyof Size)[] = ['depth', 'aliases', 'directives', 'rootFields', 'repeats', 'selections'];
const rules = [...specifiedRules, storableLiterals];

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
    // Errors hold on to the whole of what they refuse.
    if ('document' in prepared) this.cache.set(query, prepared);
    return prepared;
  }

  private check(query: string): Prepared {
    if (query.length > documentLimits.characters) return { errors: [tooLarge('characters')] };
    if (nestingOf(query) > documentLimits.nesting) return { errors: [tooLarge('nested brackets')] };
    try {
      const document = parse(query, { maxTokens: documentLimits.tokens });
      // Measured first: validation itself takes quadratic time on some of what this refuses.
      const errors = sizeErrors(document);
      if (errors.length > 0) return { errors };
      const faults = validate(this.schema, document, rules, { maxErrors: 5 });
      return faults.length > 0 ? { errors: faults } : { document, compiled: CompiledQuery.of(this.schema, document) };
    } catch (error) {
      if (error instanceof GraphQLError) return { errors: [error] };
      throw error;
    }
  }
}

function sizeErrors(document: DocumentNode): GraphQLError[] {
  const most = documentLimits.size;
  for (const part of document.definitions) {
    if (part.kind !== Kind.OPERATION_DEFINITION && part.kind !== Kind.FRAGMENT_DEFINITION) continue;
    const size = sizeOf(part, document, most.selections);
    const passed = names.find((name) => size[name] > most[name]);
    if (passed) return [tooLarge(passed)];
  }
  return [];
}

function tooLarge(what: string): GraphQLError {
  const message = `The operation has more ${what} than this service takes. Ask through the gateway, or for less at once.`;
  return new GraphQLError(message, { extensions: { code: 'QUERY_TOO_COMPLEX' } });
}
