/** Prints what an app has published, page by page. */
import { partnerDocuments } from '@huizhen/schema/partner-documents';
import { z } from 'zod';
import { StepFailed } from '../step-failed.ts';
import type { PartnerClient } from './partner-client.ts';

const page = z.object({
  totalCount: z.number(),
  nodes: z.array(z.object({ id: z.string(), operationNames: z.array(z.string()), publishedAt: z.string() })),
  pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
});
const answer = z.object({ partnerApp: z.object({ name: z.string(), trustedDocuments: page }).nullable() });

export async function listDocuments(client: PartnerClient, say: (line: string) => void): Promise<void> {
  let after: string | null = null;
  do {
    const { partnerApp } = answer.parse(await client.send(partnerDocuments.list, { appId: client.app, after }));
    if (partnerApp === null) throw new StepFailed('There is no app with this id for you. Check --app.');
    const { totalCount, nodes, pageInfo } = partnerApp.trustedDocuments;
    if (after === null) say(`${partnerApp.name}: ${totalCount} documents`);
    for (const { id, operationNames, publishedAt } of nodes) say(`${id}  ${publishedAt}  ${operationNames.join(', ')}`);
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  } while (after !== null);
}
