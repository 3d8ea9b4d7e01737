/** `npm run documents`: publishes the GraphQL documents of a partner app, and shows what is published. */
import { documentArguments, usage, type DocumentArguments } from './documents/document-arguments.ts';
import { listDocuments } from './documents/list-documents.ts';
import { publishDocuments } from './documents/publish-documents.ts';
import { PartnerClient } from './documents/partner-client.ts';

try {
  const wanted = documentArguments(process.argv.slice(2), process.env);
  if (wanted === 'help') process.stdout.write(usage);
  else await run(wanted);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

async function run(wanted: DocumentArguments): Promise<void> {
  const say = (line: string) => void process.stdout.write(`${line}\n`);
  const client = new PartnerClient(wanted);
  if (wanted.command === 'list') await listDocuments(client, say);
  else await publishDocuments(client, wanted, say);
}
