/** The GraphQL request in an HTTP request, as far as there is one to judge; whatever else it is, the server refuses it. */
import { z } from 'zod';

const record = z.record(z.string(), z.unknown()).nullish();
const graphqlRequest = z.object({ query: z.string(), operationName: z.string().nullish(), variables: record });

export type GraphqlRequest = z.infer<typeof graphqlRequest>;

export function graphqlRequestIn(request: Request, body: unknown): GraphqlRequest | null {
  const sent = request.method === 'GET' ? inSearch(new URL(request.url).searchParams) : body;
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
