/** All tests: `parts` need nothing around them, `whole` run against a platform that is up once per run, `browser` in Chromium before it. */
import { configDefaults, defineConfig } from 'vitest/config';

// Their files clone the database and the demo data that tests/harness/global-setup.ts lays down.
const whole = ['tests/{conformance,faults,journeys,peers,security}/**/*.test.ts', 'clients/sdk/test/**/*.test.ts'];
// Real pages in a real browser, on the same ground.
const browser = ['tests/browser/**/*.test.ts'];
const exclude = [...configDefaults.exclude, '**/.tsbuild/**', '**/dist/**', 'tests/bench/**'];

export default defineConfig({
  resolve: {
    // Bundlers would take graphql's ES modules, type-graphql takes CommonJS, and two copies refuse each other's types.
    alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }],
  },
  test: {
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 120_000,
    // Limits, not waits: a busy machine takes its time.
    expect: { poll: { timeout: 10_000 } },
    reporters: ['default', './tests/harness/plain-line-reporter.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'parts',
          include: [
            '{platform,gateway}/test/**/*.test.ts',
            '{subgraphs,clients}/*/test/**/*.test.ts',
            'tests/**/*.test.ts',
          ],
          exclude: [...exclude, ...whole, ...browser],
        },
      },
      {
        extends: true,
        test: { name: 'whole', include: whole, exclude, globalSetup: ['tests/harness/global-setup.ts'] },
      },
      {
        extends: true,
        test: { name: 'browser', include: browser, exclude, globalSetup: ['tests/harness/global-setup.ts'] },
      },
    ],
  },
});
