/** The playground in a real browser: an integrator opens it, signs in, asks, and watches something live. */
import { type Browser, type Page, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findPeer } from '../harness/peers.ts';
import { smallPlatform } from './small-platform.ts';

const chromiumPeer = findPeer('chromium');
const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'];
const quiet = ['--disable-component-update', '--disable-sync'];

// Limits, not waits: a browser on a busy machine takes its time.
describe.skipIf(chromiumPeer.missing)(`the playground in a browser${chromiumPeer.why}`, { timeout: 30_000 }, () => {
  let platform: Awaited<ReturnType<typeof smallPlatform>>;
  let browser: Browser;
  let page: Page;
  const asked = new Set<string>();
  const refusedByPolicy: string[] = [];

  beforeAll(async () => {
    platform = await smallPlatform();
    browser = await chromium.launch({ executablePath: chromiumPeer.path, headless: true, args: [...flags, ...quiet] });
    page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'zh-CN' });
    page.setDefaultTimeout(8_000);
    page.on('request', (request) => asked.add(new URL(request.url()).host || 'inline'));
    page.on('websocket', (socket) => asked.add(new URL(socket.url()).host));
    page.on('console', (message) => {
      if (/content security policy/i.test(message.text())) refusedByPolicy.push(message.text());
    });
    await page.goto(platform.url);
    await page.getByRole('tab', { name: 'WhoAmI' }).waitFor();
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    platform?.stop();
  });

  const signInAs = async (username: string) => {
    await page.getByLabel('账号').selectOption(username);
    await page.getByRole('button', { name: /登录|切换/ }).click();
    await page.getByText(`Dr ${username}`).first().waitFor();
  };
  const run = () => page.locator('.graphiql-execute-button').click();

  test('has the ten steps of a consultation in order', async () => {
    const steps = await page.locator('.graphiql-tab-button').allTextContents();
    expect(steps).toEqual([
      'WhoAmI',
      'Patients',
      'ImportBundle',
      'Consent',
      'Create',
      'LiveQueue',
      'Approve',
      'Accept',
      'JoinRoom',
      'SignOpinion',
    ]);
  });

  test('says who is signed in and until when, and asks as them', async () => {
    await signInAs('requester');
    expect(await page.getByRole('status').textContent()).toMatch(/Dr requester.*令牌 \d\d:\d\d 到期，剩 15 分钟/);
    await run();
    await page.locator('.result-window').getByText('"Dr requester"').waitFor();
  });

  test('shows a live queue, and goes on as whoever signs in next', async () => {
    await page.getByRole('tab', { name: 'LiveQueue' }).click();
    await run();
    await page.locator('.result-window').getByText('"ENTERED"').waitFor();
    await signInAs('coordinator');
    await page.locator('.result-window').getByText('"queue-of-coordinator"').waitFor();
  });

  test('keeps the session over a reload, and speaks English on demand', async () => {
    await page.reload();
    await page.getByText('Dr coordinator').waitFor();
    await page.getByRole('button', { name: 'English' }).click();
    expect(await page.getByRole('button', { name: 'Sign out' }).isVisible()).toBe(true);
  });

  test('names what a step is waiting for, and shows no stack', async () => {
    await page.getByRole('tab', { name: 'Consent' }).click();
    await run();
    await page.locator('.result-window').getByText('<patientId>').first().waitFor();
    const shown = (await page.locator('.result-window').textContent())?.replaceAll(/\s+/g, ' ');
    expect(shown).toContain('<patientId> is not known yet: run the earlier steps first');
    expect(shown).not.toContain('stack');
  });

  test('asked nobody but its own server, and broke no content policy', () => {
    expect([...asked].filter((host) => host !== 'inline')).toEqual([new URL(platform.url).host]);
    expect(refusedByPolicy).toEqual([]);
  });
});
