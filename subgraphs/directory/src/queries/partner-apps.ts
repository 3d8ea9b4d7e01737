/** Partner apps: the list for administrators, one for them and for itself. */
import { allow } from '@huizhen/platform/access/allow';
import { connectionFrom, type Connection } from '@huizhen/platform/subgraph/connection';
import { pageRequest, type PageArguments } from '@huizhen/platform/subgraph/page-request';
import { z } from 'zod';
import type { PartnerApp } from '../domain/partner-app.ts';
import { mayManageApps, maySeeApp } from '../domain/partner-policy.ts';
import type { DirectoryContext } from '../store/directory.store.ts';

const cursor = z.tuple([z.uuid()]);

export async function listPartnerApps(context: DirectoryContext, page: PageArguments): Promise<Connection<PartnerApp>> {
  const { first, after } = pageRequest(cursor, page);
  const request = { first, after: after?.[0] ?? null };
  const rows = await context.read(async ({ apps }) => {
    const subject = { id: context.viewer?.subject ?? '', patientId: null };
    allow(mayManageApps(context.viewer), 'partner-app.list', subject);
    return apps.page(request);
  });
  const count = () => context.read(({ apps }) => apps.count());
  return connectionFrom({ rows, request, keyOf: ({ id }) => [id], nodeOf: (app) => app, count });
}

/** Null when it is not there or not theirs. */
export async function partnerAppFor(context: DirectoryContext, id: string): Promise<PartnerApp | null> {
  context.signedIn();
  if (!maySeeApp(context.viewer, id).allowed) return null;
  return context.read(({ apps }) => apps.byId(id));
}
