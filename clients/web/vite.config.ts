/** How the pages are bundled for the gateway, and served while they are worked on (`npm run web`). */
import react from '@vitejs/plugin-react';
import { type Plugin, defineConfig } from 'vite';

const gateway = process.env['GATEWAY'] ?? 'http://localhost:4000';
// Passed on under the name that the browser used: the gateway takes sockets from its own origin only.
const proxied = ['/graphql', '/uploads', '/dicom-web', '/health'];

/** In one file: over a far line each file more waits for its turn, and repeats what comes with every answer. */
const packages =
  /node_modules\/(?:react|react-dom|scheduler|react-router|i18next|react-i18next|urql|@urql\/core|@urql\/exchange-graphcache|wonka|zod|@ant-design\/icons|@ant-design\/icons-svg)\//;
const pieces = /src\/(?:graph|shared\/(?:controls|drafts|feedback|layout|line|state|theme|time))\//;
const neededByEveryPage = (id: string) => packages.test(id) || pieces.test(id);

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), wordsWithTheRest()],
  // The gateway puts a fresh nonce here with each page: antd writes its styles while the page runs.
  html: { cspNonce: '{{nonce}}' },
  build: {
    target: 'es2023',
    assetsDir: 'assets',
    // Nothing inline: the content policy wants files.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { output: { advancedChunks: { groups: [{ name: 'frame', test: neededByEveryPage }] } } },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 900,
  },
  server: {
    host: '127.0.0.1',
    proxy: Object.fromEntries(proxied.map((path) => [path, { target: gateway, ws: path === '/graphql' }])),
  },
});

/** Nothing is shown without words: those that most people read come with the first scripts, not after them. */
function wordsWithTheRest(): Plugin {
  return {
    name: 'words-with-the-rest',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle = {} }) {
        const files = Object.values(bundle).filter((file) => file.type === 'chunk');
        const words = files.filter(({ facadeModuleId }) => facadeModuleId?.endsWith('/shared.zh.ts'));
        return words.map(({ fileName }) => ({
          tag: 'link',
          attrs: { rel: 'modulepreload', crossorigin: true, href: `/${fileName}`, nonce: '{{nonce}}' },
          injectTo: 'head',
        }));
      },
    },
  };
}
