/** What an app has published, for whoever sees the app. */
import { connectionFrom, type Connection } from '@huizhen/platform/subgraph/connection';
import { pageRequest, type PageArguments } from '@huizhen/platform/subgraph/page-request';
import { z } from 'zod';
import type { TrustedDocument } from '../domain/trusted-document.ts';
import type { DirectoryContext } from '../store/directory.store.ts';

const cursor = z.tuple([z.string().regex(/^[\da-f]{64}$/)]);

/** Without the withdrawn ones. The caller has found the app to be the viewer's to see. */
export async function trustedDocumentsOf(
  context: DirectoryContext,
  appId: string,
  page: PageArguments,
): Promise<Connection<TrustedDocument>> {
  const { first, after } = pageRequest(cursor, page);
  const request = { first, after: after?.[0] ?? null };
  const rows = await context.read(({ documents }) => documents.page(appId, request));
  const count = () => context.read(({ documents }) => documents.count(appId));
  return connectionFrom({ rows, request, keyOf: ({ id }) => [id], nodeOf: (document) => document, count });
}
