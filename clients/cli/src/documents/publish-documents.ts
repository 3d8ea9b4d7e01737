/** Publishes each operation of the files once all of them are found right, and prints the ids. */
import { readFile, writeFile } from 'node:fs/promises';
import { partnerDocuments } from '@huizhen/schema/partner-documents';
import { z } from 'zod';
import { StepFailed } from '../step-failed.ts';
import { faultsOf, publishedGraph } from './check-documents.ts';
import { unreadable, type PartnerClient } from './partner-client.ts';
import { splitDocuments, type SplitDocument } from './split-documents.ts';

/** The platform takes 200 at once; fewer keep one request small. */
const AT_ONCE = 50;

const answer = z.object({ publishTrustedDocuments: z.array(z.object({ id: z.string() })) });

interface Wanted {
  readonly files: readonly string[];
  readonly schema?: string | undefined;
  readonly manifest?: string | undefined;
}
interface Published extends SplitDocument {
  readonly id: string;
}

export async function publishDocuments(
  client: PartnerClient,
  wanted: Wanted,
  say: (line: string) => void,
): Promise<void> {
  const files = await Promise.all(wanted.files.map(async (name) => ({ name, text: await readText(name) })));
  const { documents, faults } = splitDocuments(files);
  faults.push(...faultsOf(await publishedGraph(wanted.schema), documents));
  if (documents.length === 0 && faults.length === 0) faults.push('the files hold no operation');
  if (faults.length > 0) throw new StepFailed(`Nothing was published. Mend these first:\n${faults.join('\n')}`);
  const published: Published[] = [];
  for (let at = 0; at < documents.length; at += AT_ONCE)
    published.push(...(await publish(client, documents.slice(at, at + AT_ONCE))));
  for (const { id, operation } of published) say(`${id}  ${operation.name?.value ?? ''}`);
  if (wanted.manifest !== undefined) await writeFile(wanted.manifest, manifestOf(published));
}

async function publish(client: PartnerClient, documents: readonly SplitDocument[]): Promise<Published[]> {
  const input = { appId: client.app, documents: documents.map(({ text }) => ({ text })) };
  const { publishTrustedDocuments } = answer.parse(await client.send(partnerDocuments.publish, { input }));
  return documents.map((document, at) => ({ ...document, id: publishTrustedDocuments[at]?.id ?? '' }));
}

function readText(file: string): Promise<string> {
  return readFile(file, 'utf8').catch(unreadable(file));
}

/** https://www.apollographql.com/docs/graphos/platform/security/persisted-queries#manifest-format */
function manifestOf(published: readonly Published[]): string {
  const operations = published.map(({ id, operation, text }) => ({
    id,
    name: operation.name?.value,
    type: operation.operation,
    body: text,
  }));
  return `${JSON.stringify({ format: 'apollo-persisted-query-manifest', version: 1, operations }, null, 2)}\n`;
}
