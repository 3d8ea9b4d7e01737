/** Whether a document may run at all: parsed, measured, then validated; one judgement for HTTP, WebSocket and event streams. */
import { nestingOf } from '@huizhen/platform/input/nesting-of';
import { storableLiterals } from '@huizhen/platform/input/storable-literals';
import {
  GraphQLError,
  NoSchemaIntrospectionCustomRule,
  parse,
  specifiedRules,
  validate,
  type DocumentNode,
  type GraphQLSchema,
} from 'graphql';
import { withoutHints } from './hide-hints.ts';
import { limits, sizeErrors } from './operation-limits.ts';

export type Judged = { readonly document: DocumentNode } | { readonly errors: readonly GraphQLError[] };

export interface PublicSchema {
  readonly schema: GraphQLSchema;
  /** Whether errors may tell what is in the schema. */
  readonly introspection: boolean;
}

const openRules = [...specifiedRules, storableLiterals];
const closedRules = [...openRules, NoSchemaIntrospectionCustomRule];

export function judgeDocument(source: string, graph: PublicSchema): Judged {
  if (Buffer.byteLength(source) > limits.queryBytes)
    return {
      errors: [badInput(`The query is larger than ${limits.queryBytes / 1024} KB. Put values into variables.`)],
    };
  if (nestingOf(source) > limits.nesting)
    return {
      errors: [badInput(`The query nests brackets deeper than ${limits.nesting} levels. Put values into variables.`)],
    };
  try {
    const document = parse(source, { maxTokens: limits.tokens });
    // Measured first: validation itself takes quadratic time on some of what this refuses.
    const tooLarge = sizeErrors(document);
    if (tooLarge.length > 0) return { errors: tooLarge };
    const rules = graph.introspection ? openRules : closedRules;
    const errors = validate(graph.schema, document, rules, { maxErrors: limits.errors });
    return errors.length === 0 ? { document } : { errors: errors.map((error) => asBadInput(error, graph)) };
  } catch (error) {
    return { errors: [asBadInput(error, graph)] };
  }
}

function asBadInput(error: unknown, { introspection }: PublicSchema): GraphQLError {
  // validate() itself throws on a few malformed subscriptions; whatever it says concerns the document.
  if (!(error instanceof GraphQLError)) return badInput('This operation cannot be checked. Simplify it.');
  if (error.extensions['code']) return error;
  return badInput(introspection ? error.message : withoutHints(error.message), error);
}

function badInput(message: string, at?: GraphQLError): GraphQLError {
  const extensions = { code: 'BAD_USER_INPUT', fields: [{ path: 'query', message }] };
  const place = at && { nodes: at.nodes ?? null, source: at.source ?? null, positions: at.positions ?? null };
  return new GraphQLError(message, { ...place, extensions });
}
