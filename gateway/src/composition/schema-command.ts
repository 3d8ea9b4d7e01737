/**
 * `npm run schema` writes the schema files; with --check it fails when they are not what the code publishes, and with
 * --release <version> it dates what is unreleased in the changelog.
 */
import { parseArgs } from 'node:util';
import { loadSubgraphs } from '../topology/subgraphs.ts';
import { compose } from './compose.ts';
import { releaseSchema, staleSchemaFiles, writeSchemaFiles } from './schema-files.ts';

const { values } = parseArgs({ options: { check: { type: 'boolean' }, release: { type: 'string' } } });
const composed = await compose(await loadSubgraphs());
if (values.check) {
  const stale = await staleSchemaFiles(composed);
  if (stale.length > 0) {
    process.stderr.write(
      `These files are not what the code publishes: ${stale.join(', ')}. Run "npm run schema" and commit them.\n`,
    );
    process.exitCode = 1;
  }
} else if (values.release !== undefined) {
  await releaseSchema(composed, values.release, new Date().toISOString().slice(0, 10));
  process.stdout.write(`The graph as it is now is version ${values.release}.\n`);
} else {
  await writeSchemaFiles(composed);
  process.stdout.write(`Wrote the schema of ${composed.published.size} subgraphs, the supergraph and its changelog.\n`);
}
