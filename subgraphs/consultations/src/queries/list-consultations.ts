/** The consultations that a viewer may see, newest first, a page at a time. */
import { connectionFrom, type Connection } from '@huizhen/platform/subgraph/connection';
import { pageRequest, type PageArguments } from '@huizhen/platform/subgraph/page-request';
import { z } from 'zod';
import { mayRead } from '../domain/consultation-policy.ts';
import type { Consultation } from '../domain/consultation.ts';
import type { ListFilter } from '../store/case-list.repository.ts';
import type { ConsultationsContext } from '../store/consultations.store.ts';

const place = z.tuple([z.iso.datetime(), z.uuid()]);

export async function listConsultations(
  context: ConsultationsContext,
  filter: ListFilter,
  page: PageArguments,
): Promise<Connection<Consultation>> {
  const viewer = context.signedIn();
  const request = pageRequest(place, page);
  const rows = await context.read(async ({ consultations, audit }) => {
    const listed = await consultations.page(viewer, filter, { first: request.first + 1, after: request.after });
    const shown = listed.filter((consultation) => mayRead(viewer, consultation).allowed);
    audit.read('consultation.list', shown.slice(0, request.first));
    return shown;
  });
  return connectionFrom({
    rows,
    request,
    keyOf: ({ createdAt, id }) => [createdAt.toISOString(), id],
    nodeOf: (consultation) => consultation,
    count: () => context.read(({ cases }) => cases.count(viewer, filter)),
  });
}
