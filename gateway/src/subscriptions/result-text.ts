/** Results of live operations as the text that is sent, with errors as clients may see them. */
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { z } from 'zod';
import { JsonText, resultText } from '../federation/json-text.ts';
import type { PlanAnswer } from '../federation/plan-executor.ts';
import { clientError, formattedOf } from '../http/client-error.ts';

export function answerText({ text, errors, extensions }: PlanAnswer & { readonly extensions?: unknown }): string {
  const visible = errors.length > 0 && { errors: errors.map(visibleError) };
  return resultText({ ...visible, ...(extensions !== undefined && { extensions }), data: new JsonText(text) });
}

/** What ends an operation, or keeps it from starting. */
export function refusalText(...errors: readonly unknown[]): string {
  return JSON.stringify({ errors: errors.map(visibleError) });
}

/** An error of this process, or one as another process told it. */
export function visibleError(error: unknown): GraphQLFormattedError {
  if (!(error instanceof Error)) return clientError(told.safeParse(error).data ?? formattedOf(error));
  if (!(error instanceof GraphQLError)) return clientError(formattedOf(error));
  // An expected error thrown by a subgraph in this process keeps its code.
  const own = error.originalError && !error.extensions['code'];
  return clientError(own ? formattedOf(error.originalError) : error.toJSON());
}

const told = z
  .object({
    message: z.string(),
    path: z.array(z.union([z.string(), z.number()])).optional(),
    extensions: z.record(z.string(), z.unknown()),
  })
  .transform(({ path, ...rest }) => ({ ...rest, ...(path && { path }) }));
