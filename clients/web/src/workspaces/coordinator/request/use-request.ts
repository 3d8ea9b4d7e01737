/** One request, kept up to date by its own events for as long as it is open. */
import { useCallback } from 'react';
import { useQuery, useSubscription } from 'urql';
import { type Problem, problemIn } from '../../../graph/problem.ts';
import { RequestChangesDocument, RequestDocument, type RequestPartsFragment } from './request.graphql.ts';

export type Request = RequestPartsFragment;

export interface OpenRequest {
  readonly request: Request | null;
  readonly problem: Problem | null;
  readAgain(): void;
}

const notThere: Problem = { code: 'NOT_FOUND', message: 'Not there, or not yours.', missing: [] };

export function useRequest(id: string): OpenRequest {
  const [{ data, error }, execute] = useQuery({
    query: RequestDocument,
    variables: { id },
    requestPolicy: 'cache-and-network',
  });
  // Its events go into the cache that the query reads.
  useSubscription({ query: RequestChangesDocument, variables: { id } });
  const readAgain = useCallback(() => execute({ requestPolicy: 'network-only' }), [execute]);
  const request = data?.consultation ?? null;
  const missing = data && !request ? notThere : null;
  return { request, problem: problemIn(error) ?? missing, readAgain };
}
