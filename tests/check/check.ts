/** `npm run check`: everything that keeps the house, two at a time; what failed is told in full at the end. */
import { runCheck, type Outcome } from './run-check.ts';

const command = 'node --import tsx gateway/src/composition';

/** The slow ones first, so that the short ones fill the gaps. */
const checks: readonly (readonly [name: string, command: string])[] = [
  ['types', 'tsc -b tsconfig.build.json'],
  ['lint', 'oxlint --type-aware --deny-warnings'],
  ['schema files', `${command}/schema-command.ts --check`],
  ['documents of the SDK', 'node --import tsx clients/sdk/generate-documents.ts --check'],
  ['breaking changes', `${command}/breaking-changes-command.ts`],
  ['documents of the pages', 'node --import tsx clients/web/build/generate-documents.ts --check'],
  ['arrows', 'depcruise platform schema gateway subgraphs clients tests'],
  ['dead code', 'knip --exclude types --no-config-hints'],
  ['format', 'oxfmt --check'],
];
const AT_ONCE = 2;

const waiting = [...checks];
const outcomes: Outcome[] = [];

async function work(): Promise<void> {
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const outcome = await runCheck(...next);
    process.stdout.write(`${outcome.passed ? 'ok    ' : 'FAILED'} ${outcome.name} (${outcome.seconds.toFixed(1)} s)\n`);
    outcomes.push(outcome);
  }
}

await Promise.all(Array.from({ length: AT_ONCE }, work));
const failed = outcomes.filter(({ passed }) => !passed);
for (const { name, output } of failed) process.stdout.write(`\n=== ${name}\n${output.trim()}\n`);
if (failed.length > 0) {
  process.stdout.write(
    `\n${failed.length} of ${checks.length} checks failed: ${failed.map(({ name }) => name).join(', ')}.\n`,
  );
  process.exitCode = 1;
}
