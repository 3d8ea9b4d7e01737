/** The GraphQL request in an HTTP request, as far as there is one to judge; whatever else it is, the server refuses it. */
import { z } from 'zod';
import type { HttpCall } from '../partners/admit-request.ts';

const record = z.record(z.string(), z.unknown()).nullish();
const graphqlRequest = z.object({ query: z.string(), operationName: z.string().nullish(), variables: record });

export type GraphqlRequest = z.infer<typeof graphqlRequest>;

export function graphqlRequestIn({ method, search, body }: HttpCall): GraphqlRequest | null {
  const sent = method === 'GET' ? inSearch(new URLSearchParams(search)) : body;
  return graphqlRequest.safeParse(sent).data ?? null;
}

function inSearch(search: URLSearchParams): unknown {
  const { variables, ...others } = Object.fromEntries(search);
  try {
    return { ...others, ...(variables !== undefined && { variables: JSON.parse(variables) as unknown }) };
  } catch {
    return null;
  }
}
