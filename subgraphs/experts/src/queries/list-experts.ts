/** The experts of a specialty, present or not, page by page. For everybody who is signed in. */
import { allow } from '@huizhen/platform/access/allow';
import { connectionFrom, type Connection } from '@huizhen/platform/subgraph/connection';
import { pageRequest, type PageArguments } from '@huizhen/platform/subgraph/page-request';
import { z } from 'zod';
import type { ExpertAtWork } from '../domain/expert.ts';
import { mayReadExperts } from '../domain/expert-policy.ts';
import type { ExpertsContext } from '../store/experts.store.ts';

const cursor = z.tuple([z.uuid()]);

export interface ExpertList extends PageArguments {
  readonly specialty?: string | null;
  readonly online?: boolean | null;
}

export async function listExperts(context: ExpertsContext, list: ExpertList): Promise<Connection<ExpertAtWork>> {
  const viewer = context.signedIn();
  const filter = { specialty: list.specialty ?? null, online: list.online ?? null };
  const { first, after } = pageRequest(cursor, list);
  const request = { first, after: after?.[0] ?? null };
  const rows = await context.read(async ({ experts }) => {
    allow(mayReadExperts(viewer), 'expert.list', { id: viewer.subject, patientId: null });
    return experts.page(filter, request, context.clock.now());
  });
  return connectionFrom({
    rows,
    request,
    keyOf: ({ expert }) => [expert.id],
    nodeOf: (row) => row,
    count: () => context.read(({ experts }) => experts.count(filter)),
  });
}
