/** The pages' files: who gets them, under which headers, and whose addresses stay their own. */
import { buildWeb } from '@huizhen/web/build/build-web';
import { beforeAll, describe, expect, test } from 'vitest';
import { webRoutes } from '../src/web/serve-web.ts';

const routes = webRoutes({ demoAccounts: true });
const asBrowser = { accept: 'text/html,application/xhtml+xml' };

function get(path: string, headers: Record<string, string> = asBrowser, method = 'GET') {
  return routes(new Request(`http://localhost${path}`, { method, headers }));
}

async function openPage() {
  const response = await get('/');
  const html = (await response?.text()) ?? '';
  return { response, html, script: /src="(\/assets\/[^"]+)"/.exec(html)?.[1] ?? '' };
}

beforeAll(async () => {
  await buildWeb();
}, 120_000);

describe('the bundle', () => {
  test('is made once, and found again within 100 ms', async () => {
    const started = performance.now();
    expect((await buildWeb()).built).toBe(false);
    expect(performance.now() - started).toBeLessThan(100);
  });
});

describe('the page', () => {
  test.each(['/', '/coordinator', '/coordinator/0190?wall', '/no/such/page'])('stands at %s', async (path) => {
    const response = await get(path);
    expect(response?.status).toBe(200);
    expect(response?.headers.get('content-type')).toBe('text/html; charset=utf-8');
  });

  test.each([
    '/graphql',
    '/health/ready',
    '/metrics',
    '/uploads/studies',
    '/dicom-web/x',
    '/webhooks/livekit',
    '/oauth/token',
  ])('leaves %s to the program it belongs to', async (path) => {
    expect(await get(path)).toBeNull();
  });

  test('is for browsers only, and only read', async () => {
    expect(await get('/coordinator', { accept: 'application/json' })).toBeNull();
    expect(await get('/coordinator', asBrowser, 'POST')).toBeNull();
  });

  test('holds no inline script, nothing from elsewhere, and no word left to fill in', async () => {
    const { html } = await openPage();
    expect(html).not.toMatch(/<script(?![^>]*\bsrc=)/);
    expect(html).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
    expect(html).not.toContain('{{');
  });

  test('may reach its own origin only, be framed by nobody, and write styles under a nonce that is never used again', async () => {
    const [one, other] = await Promise.all([openPage(), openPage()]);
    const policy = one.response?.headers.get('content-security-policy') ?? '';
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? '';
    expect(policy).not.toContain('unsafe');
    expect(policy).toContain("connect-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(one.html).toContain(`nonce="${nonce}"`);
    expect(other.html).not.toContain(nonce);
    expect(one.response?.headers.get('cache-control')).toBe('no-store');
  });

  test('may reach the video server as well, where there is one, and no other host', async () => {
    const withVideo = webRoutes({ demoAccounts: false, videoServer: 'wss://video.example.cn/livekit' });
    const response = await withVideo(new Request('http://localhost/', { headers: asBrowser }));
    const policy = response?.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("connect-src 'self' wss://video.example.cn https://video.example.cn;");
    expect(response?.headers.get('permissions-policy')).toContain('camera=(self), microphone=(self)');
  });

  test('offers the demonstration accounts only where they exist', async () => {
    const production = await webRoutes({ demoAccounts: false })(
      new Request('http://localhost/', { headers: asBrowser }),
    );
    expect(await production?.text()).toContain('data-demo-accounts="false"');
    expect((await openPage()).html).toContain('data-demo-accounts="true"');
  });
});

describe('a file', () => {
  test('is kept for ever, and compressed for who takes it', async () => {
    const { script } = await openPage();
    const response = await get(script, { 'accept-encoding': 'gzip, br' });
    expect(response?.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(response?.headers.get('content-encoding')).toBe('br');
    expect((await get(script, {}))?.headers.get('content-encoding')).toBeNull();
    expect(response?.headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'");
    expect(response?.headers.get('x-content-type-options')).toBe('nosniff');
  });

  test.each(['/assets/../index.html', '/assets/%2e%2e/index.html', '/assets/none.js'])(
    '%s is nowhere',
    async (path) => {
      const response = await get(path, {});
      expect(response === null || response.status === 404).toBe(true);
    },
  );
});
