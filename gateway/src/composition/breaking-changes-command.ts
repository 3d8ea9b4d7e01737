/** Fails when the checked-in supergraph breaks clients of the earlier one, unless schema/breaking-changes.md says that it may. */
import { readFile } from 'node:fs/promises';
import { acceptedChanges, breakingChanges } from './breaking-changes.ts';
import { earlierSupergraph } from './earlier-supergraph.ts';
import { readSupergraph } from './schema-files.ts';

const earlier = await earlierSupergraph();
if ('none' in earlier) {
  process.stdout.write(`Not compared with an earlier supergraph: ${earlier.none}.\n`);
} else {
  const accepted = acceptedChanges(
    await readFile(new URL('../../../schema/breaking-changes.md', import.meta.url), 'utf8'),
  );
  const refused = breakingChanges(earlier.sdl, await readSupergraph()).filter((change) => !accepted.has(change));
  if (refused.length > 0) {
    const list = refused.map((change) => `- \`${change}\` why it is worth it\n`).join('');
    process.stderr.write(
      `Clients of ${earlier.commit.slice(0, 10)} would break. Undo it, or add to schema/breaking-changes.md:\n${list}`,
    );
    process.exitCode = 1;
  }
}
