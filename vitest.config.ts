import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Otherwise vitest loads graphql a second time, as an ES module, beside the one that the libraries require.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: { include: ['**/*.test.ts'], exclude: ['**/node_modules/**'], testTimeout: 30_000, hookTimeout: 60_000 },
});
