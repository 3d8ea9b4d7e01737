import { createRequire } from 'node:module';
import { defineConfig } from 'vitest/config';

// Without the alias, vitest loads graphql a second time as ESM, and two copies refuse each other's schemas.
const graphql = createRequire(new URL('platform/package.json', import.meta.url)).resolve('graphql/index.js');

export default defineConfig({
  resolve: { alias: [{ find: /^graphql$/, replacement: graphql }] },
  test: { include: ['**/test/**/*.test.ts'], testTimeout: 20_000 },
});
