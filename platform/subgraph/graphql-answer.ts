/** What a subgraph in another process sent back, taken as an answer only if it is one. */
import { GraphQLError, type ExecutionResult } from 'graphql';
import type { Dispatcher } from 'undici';
import { z } from 'zod';
import { SubgraphFault } from './subgraph-fault.ts';

const graphqlError = z
  .object({
    message: z.string(),
    path: z.array(z.union([z.string(), z.int().min(0)])).nullish(),
    extensions: z.record(z.string(), z.unknown()).nullish(),
  })
  .transform(({ message, ...rest }) => new GraphQLError(message, rest));

const graphqlAnswer = z
  .object({ data: z.record(z.string(), z.unknown()).nullish(), errors: z.array(graphqlError).optional() })
  .refine(({ data, errors }) => data || errors);

export async function graphqlAnswerOf(service: string, answer: Dispatcher.ResponseData): Promise<ExecutionResult> {
  const fault = faultOf(answer);
  if (fault) {
    // Whatever else it sends is not read.
    answer.body.on('error', () => undefined).destroy();
    throw new SubgraphFault(service, fault);
  }
  return parsed(service, await answer.body.text());
}

function faultOf({ statusCode, headers }: Dispatcher.ResponseData) {
  if (statusCode >= 400 && statusCode < 500) return 'refused';
  if (statusCode !== 200) return 'status';
  const type = String(headers['content-type'] ?? '');
  if (!/^application\/(graphql-response\+)?json\b/i.test(type)) return 'content-type';
  // No encoding was asked for.
  return headers['content-encoding'] === undefined ? null : 'content-type';
}

function parsed(service: string, text: string): ExecutionResult {
  const answer = graphqlAnswer.safeParse(jsonOf(service, text));
  if (!answer.success) throw new SubgraphFault(service, 'shape');
  const { data = null, errors } = answer.data;
  return { data, ...(errors && { errors }) };
}

function jsonOf(service: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new SubgraphFault(service, 'not-json');
  }
}
