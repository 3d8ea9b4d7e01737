/** `npm run schema` writes the schema files; with --check it fails when they are not what the code publishes. */
import { loadSubgraphs } from '../topology/subgraphs.ts';
import { compose } from './compose.ts';
import { staleSchemaFiles, writeSchemaFiles } from './schema-files.ts';

const composed = await compose(await loadSubgraphs());
if (process.argv.includes('--check')) {
  const stale = await staleSchemaFiles(composed);
  if (stale.length > 0) {
    process.stderr.write(
      `These files are not what the code publishes: ${stale.join(', ')}. Run "npm run schema" and commit them.\n`,
    );
    process.exitCode = 1;
  }
} else {
  await writeSchemaFiles(composed);
  process.stdout.write(`Wrote the schema of ${composed.published.size} subgraphs and the supergraph.\n`);
}
