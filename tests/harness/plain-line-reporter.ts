/** Ends the run with one plain line that people and scripts read alike: `12 passed, 0 failed, 1 skipped`. */
import type { Reporter, SerializedError, TestModule, TestRunEndReason } from 'vitest/node';

interface Tally {
  passed: number;
  failed: number;
  skipped: number;
}

export default class PlainLineReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[], reason: TestRunEndReason): void {
    const tally: Tally = { passed: 0, failed: unhandled.length, skipped: 0 };
    for (const module of modules) count(module, tally);
    // When the set-up of the whole run fails, no test is told to have.
    if (reason === 'failed' && tally.failed === 0) tally.failed = 1;
    // Other reporters write their summaries in the same turn; this line comes after them.
    setImmediate(() =>
      process.stdout.write(`${tally.passed} passed, ${tally.failed} failed, ${tally.skipped} skipped\n`),
    );
  }
}

function count(module: TestModule, tally: Tally): void {
  const before = tally.failed;
  for (const test of module.children.allTests()) {
    const { state } = test.result();
    if (state === 'pending') tally.skipped += 1;
    else tally[state] += 1;
  }
  // A file that cannot be loaded, or whose set-up fails, has no failed test of its own.
  if (!module.ok() && tally.failed === before) tally.failed += 1;
}
