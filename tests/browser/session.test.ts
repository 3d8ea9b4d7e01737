/** What the pages do with a session, in a real browser: renewed while one watches, ended elsewhere, kept over a reload, one per window. */
import { createAccessTokens } from '@huizhen/platform/access/access-token';
import { Client } from 'pg';
import type { Browser, Page, Request } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { launchBrowser, openWindow, signInAt } from '../harness/browser.ts';
import { type Clinic, openClinic } from '../harness/clinic.ts';
import { insiderOf, viewerOf } from '../harness/insider.ts';
import { step } from '../harness/main-job.ts';
import { newRequest } from '../harness/new-request.ts';
import { findPeer } from '../harness/peers.ts';
import { QueueFrames } from '../harness/queue-frames.ts';

const chromium = findPeer('chromium');
const address = '/coordinator?urgency=URGENT';

interface Kept {
  readonly accessToken: string;
  readonly refreshToken: string;
}

describe.skipIf(chromium.missing)(`a session in a browser${chromium.why}`, { timeout: 60_000 }, () => {
  let clinic: Clinic;
  let browser: Browser;
  let page: Page;
  let frames: QueueFrames;
  let faults: readonly string[];

  beforeAll(async () => {
    clinic = await openClinic({ environment: { NODE_ENV: 'development' } });
    browser = await launchBrowser(chromium);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await clinic?.stop();
  });
  beforeEach(async () => {
    ({ page, faults } = await openWindow(browser));
    frames = new QueueFrames(page);
    await signInAt(page, clinic, address, 'coordinator');
    await live();
    return async () => {
      await page.close();
      expect(faults).toEqual([]);
    };
  });

  const live = () => page.locator('[data-line=live]').waitFor();
  const kept = async (): Promise<Kept> => JSON.parse(await page.evaluate(`sessionStorage.getItem('huizhen-session')`));
  const signInHere = async () => {
    await page.getByLabel('用户名').fill('coordinator');
    await page.getByLabel('密码').fill('huizhen-demo');
    await page.getByRole('button', { name: '登录', exact: true }).click();
  };

  /** The page, opened anew with an access token of few seconds. */
  async function withTokenOf(seconds: number): Promise<string> {
    const { keys } = await insiderOf(clinic);
    const tokens = createAccessTokens({ issuer: 'huizhen', ...keys.accessTokenKeys, lifetimeSeconds: seconds });
    const { token } = await tokens.issue(viewerOf(await clinic.as('coordinator')), 'session-of-a-test');
    const renewAt = Date.now() + (seconds - 1) * 1_000;
    const changed = { ...(await kept()), accessToken: token, renewAt, endsAt: renewAt + 1_000 };
    await page.evaluate(`sessionStorage.setItem('huizhen-session', '${JSON.stringify(changed)}')`);
    frames.events.length = 0;
    await page.reload();
    await live();
    return token;
  }

  test('whose token is renewed while a subscription runs loses and repeats nothing, and shows nothing', async () => {
    const { requester, coordinator, id } = await newRequest(clinic);
    // Long enough to get ready on a busy machine before it ends.
    const token = await withTokenOf(12);
    await frames.until(({ kind }) => kind === 'SNAPSHOT');
    await page.evaluate(`globalThis.lines = []; new MutationObserver((changes) =>
      changes.forEach(({ target }) => lines.push(target.dataset.line))
    ).observe(document.querySelector('[data-line]'), { attributeFilter: ['data-line'] })`);
    await step.submit(requester, id);
    await frames.until(({ kind }) => kind === 'ENTERED');
    const before = frames.sockets;
    await expect.poll(async () => (await kept()).accessToken, { timeout: 20_000 }).not.toBe(token);
    await step.approve(coordinator, id);
    await frames.until(({ kind }) => kind === 'CHANGED');
    await expect.poll(() => frames.sockets).toBe(before + 1);
    expect(frames.events.map(({ kind }) => kind)).toEqual(['SNAPSHOT', 'ENTERED', 'CHANGED']);
    expect(new Set(frames.events.map(({ cursor }) => cursor)).size).toBe(3);
    expect(await page.evaluate('lines')).toEqual([]);
  });

  test('that is ended on the server leads to sign in at the same address, and back', async () => {
    await withTokenOf(4);
    const { refreshToken } = await kept();
    const ended = 'mutation($refreshToken: String!) { signOut(refreshToken: $refreshToken) }';
    await (await clinic.as('admin')).run(ended, { refreshToken });
    await page.getByText('登录已过期').waitFor();
    expect(page.url()).toBe(new URL(address, clinic.url).href);
    expect(await page.locator('button[data-row]').count()).toBe(0);
    await signInHere();
    await live();
    await page.locator('button[data-row]').first().waitFor();
    expect(page.url()).toBe(new URL(address, clinic.url).href);
  });

  test('goes on over a reload without signing in, also when the answer to a renewal got lost', async () => {
    const before = await kept();
    let answersLost = 0;
    await page.route('**/graphql', async (route) => {
      if (!isRenewal(route.request())) return route.fallback();
      answersLost += 1;
      if (answersLost === 1) await route.fetch();
      return route.abort();
    });
    await page.evaluate(`sessionStorage.setItem('huizhen-session', '${JSON.stringify({ ...before, renewAt: 0 })}')`);
    const lost = page.waitForEvent('requestfailed', (request) => isRenewal(request) && answersLost > 0);
    await page.reload();
    await lost;
    await page.unroute('**/graphql');
    await page.reload();
    await live();
    await expect.poll(async () => (await kept()).refreshToken).not.toBe(before.refreshToken);
    expect(await page.getByLabel('密码').count()).toBe(0);
  });

  test('is one per window: two of one browser are two people, also after a reload', async () => {
    const context = await browser.newContext({ locale: 'zh-CN' });
    const [one, other] = [await context.newPage(), await context.newPage()];
    await signInAt(one, clinic, '/coordinator', 'coordinator');
    await one.locator('[data-line=live]').waitFor();
    await signInAt(other, clinic, '/coordinator', 'requester');
    await other.getByText('这个工作台属于调度员').waitFor();
    await one.reload();
    await one.locator('[data-line=live]').waitFor();
    await context.close();
  });

  test('whose place in the log is kept no more begins anew with everything there is', async () => {
    await page.context().setOffline(true);
    await page.locator('[data-line=offline]').waitFor();
    const { requester, id } = await newRequest(clinic);
    await step.submit(requester, id);
    const database = new Client(clinic.databaseUrl);
    await database.connect();
    await database.query('UPDATE events.head SET oldest = position + 1');
    await database.end();
    await page.context().setOffline(false);
    await frames.until(() => frames.events.filter(({ kind }) => kind === 'SNAPSHOT').length === 2);
    await live();
  });
});

function isRenewal(request: Request): boolean {
  return request.postData()?.includes('RefreshSession') ?? false;
}
