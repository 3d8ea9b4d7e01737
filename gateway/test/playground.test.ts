/** The playground's files: who gets them, under which headers, and that no address leads out of the bundle. */
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Kind, parse } from 'graphql';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildPlayground } from '../playground/build.ts';
import { playgroundRoutes } from '../src/playground/serve-playground.ts';

const routes = playgroundRoutes({ graphqlPath: '/graphql', demoAccounts: true });
const examples = join(import.meta.dirname, '../playground/page/examples');

function get(path: string, headers: Record<string, string> = {}, method = 'GET') {
  return routes(new Request(`http://localhost${path}`, { method, headers }));
}

async function openPage() {
  const response = await get('/graphql', { accept: 'text/html,application/xhtml+xml' });
  const html = (await response?.text()) ?? '';
  return {
    response,
    html,
    files: [...html.matchAll(/"(\/playground\/[^"]+\.(?:js|css))"/g)].map(([, path]) => path ?? ''),
  };
}

beforeAll(async () => {
  await buildPlayground();
}, 60_000);

describe('the bundle', () => {
  test('is made once, and found again within 50 ms', async () => {
    const started = performance.now();
    const { built } = await buildPlayground();
    expect(built).toBe(false);
    expect(performance.now() - started).toBeLessThan(50);
  });
});

describe('the page', () => {
  test('is served to a browser that opens the GraphQL path', async () => {
    const { response, html } = await openPage();
    expect(response?.status).toBe(200);
    expect(response?.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(html).toContain('data-graphql-path="/graphql" data-demo-accounts="true"');
    expect(html).not.toContain('{{');
  });

  test('offers the demonstration accounts only where they exist', async () => {
    const production = playgroundRoutes({ graphqlPath: '/graphql', demoAccounts: false });
    const response = await production(new Request('http://localhost/graphql', { headers: { accept: 'text/html' } }));
    expect(await response?.text()).toContain('data-demo-accounts="false"');
  });

  test('loads nothing from elsewhere and holds no inline script', async () => {
    const { html } = await openPage();
    expect(html).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
    expect(html).not.toMatch(/<script(?![^>]*\bsrc=)/);
  });

  test('may reach its own origin only, and be framed by nobody', async () => {
    const { response } = await openPage();
    const policy = response?.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'; script-src 'self';");
    expect(policy).toContain("connect-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe-eval|https?:|\*/);
    expect(response?.headers.get('x-content-type-options')).toBe('nosniff');
  });

  test('is asked for again, and not sent again while it is the same', async () => {
    const { response } = await openPage();
    expect(response?.headers.get('cache-control')).toBe('no-cache');
    const again = await get('/graphql', { accept: 'text/html', 'if-none-match': response?.headers.get('etag') ?? '' });
    expect(again?.status).toBe(304);
    expect(await again?.text()).toBe('');
  });
});

describe('the files', () => {
  test('come typed, compressed and immutable', async () => {
    const { files } = await openPage();
    expect(files.length).toBeGreaterThan(1);
    for (const path of files) {
      const response = await get(path, { 'accept-encoding': 'gzip, br' });
      expect(response?.headers.get('content-type')).toMatch(path.endsWith('.js') ? /^text\/javascript/ : /^text\/css/);
      expect(response?.headers.get('content-encoding')).toBe('br');
      expect(response?.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
      expect(response?.headers.get('x-content-type-options')).toBe('nosniff');
    }
  });

  test('come as they are to a client that takes no compression', async () => {
    const { files } = await openPage();
    const response = await get(files[0] ?? '');
    expect(response?.headers.get('content-encoding')).toBeNull();
    expect(response?.headers.get('content-length')).toBe(String((await response?.bytes())?.byteLength));
  });

  test('include the editor’s workers', async () => {
    const { html } = await openPage();
    const root = /data-assets="([^"]+)"/.exec(html)?.[1];
    for (const name of ['editor', 'json', 'graphql'])
      expect((await get(`${root}/${name}.worker.js`))?.status).toBe(200);
  });

  test.each([
    '/playground/../package.json',
    '/playground/..%2f..%2fpackage.json',
    '/playground/%2e%2e/%2e%2e/package.json',
    '/playground/....//package.json',
    '/playground/..%5c..%5cpackage.json',
    '/playground/%00',
    '/playground//etc/passwd',
    '/playground/index.html',
    '/playground/',
    '/playground/constructor',
  ])('do not include %s', async (path) => {
    const response = await get(path);
    expect([undefined, 404]).toContain(response?.status);
  });

  test('are only read', async () => {
    const response = await get('/playground/main.js', {}, 'DELETE');
    expect(response?.status).toBe(405);
    expect(response?.headers.get('allow')).toBe('GET, HEAD');
  });
});

describe('what is not the playground’s business', () => {
  test.each([
    ['a query by POST', '/graphql', { accept: 'text/html' }, 'POST'],
    ['a query by GET that wants JSON', '/graphql?query={me{id}}', { accept: 'application/json' }, 'GET'],
    ['a socket', '/graphql', { accept: 'text/html', upgrade: 'websocket' }, 'GET'],
    ['another path', '/health', { accept: 'text/html' }, 'GET'],
    ['a path that only starts alike', '/playgrounds', { accept: 'text/html' }, 'GET'],
  ])('%s is left to others', async (_what, path, headers, method) => {
    expect(await get(path, headers, method)).toBeNull();
  });
});

describe('the worked examples', async () => {
  const names = (await readdir(examples)).filter((name) => name.endsWith('.graphql'));

  test.each(names)('%s names every operation, says who signs in, and brings each variable', async (name) => {
    const text = await readFile(join(examples, name), 'utf8');
    const variables = await readFile(join(examples, name.replace('.graphql', '.variables.jsonc')), 'utf8').catch(
      () => '',
    );
    for (const operation of parse(text).definitions) {
      if (operation.kind !== Kind.OPERATION_DEFINITION) throw new Error(`${name} holds a ${operation.kind}`);
      expect(operation.name?.value).toMatch(/^[A-Z]/);
      for (const { variable } of operation.variableDefinitions ?? [])
        expect(variables).toContain(`"${variable.name.value}":`);
    }
    expect(text).toMatch(/登录/);
  });
});
