/** The coordinator's live queue in a real browser, on the whole platform: signed in through the page, others at work meanwhile. */
import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seriousFaults } from '../harness/axe.ts';
import { type Window, launchBrowser, openWindow, sidewaysPixels, signInAt } from '../harness/browser.ts';
import { type Clinic, openClinic } from '../harness/clinic.ts';
import { bundleOf, createConsultation, importPatient, recordConsent, step } from '../harness/main-job.ts';
import { findPeer } from '../harness/peers.ts';

const chromium = findPeer('chromium');

// Limits, not waits: a browser on a busy machine takes its time.
describe.skipIf(chromium.missing)(`the coordinator’s pages in a browser${chromium.why}`, { timeout: 60_000 }, () => {
  let clinic: Clinic;
  let browser: Browser;
  let window: Window;
  let page: Page;
  let number: string;

  const row = (of: string) => page.locator('button[data-row]').filter({ hasText: of });

  beforeAll(async () => {
    clinic = await openClinic({ environment: { NODE_ENV: 'development' } });
    browser = await launchBrowser(chromium);
    window = await openWindow(browser);
    page = window.page;
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await clinic?.stop();
  });

  test('what one types while the page still arrives stays', async () => {
    const rest = Promise.withResolvers<void>();
    await page.route(/\/assets\/zh_CN-/, async (route) => {
      await rest.promise;
      await route.continue();
    });
    const arrived = page.waitForResponse(/\/assets\/zh_CN-/).then((response) => response.finished());
    await page.goto(new URL('/coordinator', clinic.url).href);
    await page.getByLabel('用户名').fill('coordinator');
    rest.resolve();
    await arrived;
    await page.evaluate(`import(performance.getEntriesByType('resource').find(({ name }) => /zh_CN-/.test(name)).name)
      .then(() => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted))))`);
    expect(await page.getByLabel('用户名').inputValue()).toBe('coordinator');
    await page.unroute(/\/assets\/zh_CN-/);
  });

  test('the sign-in page has no serious fault, and says what was wrong', async () => {
    await signInAt(page, clinic, '/coordinator', 'nobody');
    await page.getByRole('alert').filter({ hasText: '不正确' }).waitFor();
    expect(await seriousFaults(page)).toEqual([]);
  });

  test('who signs in is at the address they came to, and sees the queue live', async () => {
    await signInAt(page, clinic, '/coordinator?urgency=URGENT', 'coordinator');
    await page.locator('[data-line=live]').waitFor();
    await page.locator('button[data-row]').first().waitFor();
    expect(page.url()).toContain('urgency=URGENT');
    expect(await page.locator('button[data-row]').filter({ hasText: '普通' }).count()).toBe(0);
    await page.goto(new URL('/coordinator', clinic.url).href);
    await row('普通').first().waitFor();
  });

  test('what another account submits appears by itself', async () => {
    number = await submittedBySomebodyElse(clinic);
    await row(number).waitFor();
    expect(await row(number).textContent()).toContain('待审核');
  });

  test('nothing moves under a focused row: what is new is announced instead', async () => {
    await row(number).focus();
    const another = await submittedBySomebodyElse(clinic);
    await page.getByRole('button', { name: '1 条新会诊' }).waitFor();
    expect(await row(another).count()).toBe(0);
    await page.getByRole('button', { name: '1 条新会诊' }).click();
    await row(another).waitFor();
  });

  test('a request opens beside the queue, with the patient on top', async () => {
    await row(number).click();
    const banner = page.getByRole('region', { name: '患者' });
    await banner.filter({ hasText: '林秋禾' }).waitFor();
    await page.getByText('血压控制不佳').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
  });

  test('approving offers experts with reasons, and moves the row', async () => {
    await page.getByRole('button', { name: '通过审核' }).dblclick();
    await page.getByRole('button', { name: /^邀请/ }).first().waitFor();
    await row(number).filter({ hasText: '待分配' }).waitFor();
    await page.getByText('通过审核', { exact: false }).first().waitFor();
    expect(await page.getByRole('button', { name: '通过审核' }).count()).toBe(0);
  });

  test('inviting is told in the request as it happens', async () => {
    await page.getByRole('button', { name: /^邀请/ }).first().click();
    await page.getByRole('heading', { name: '已邀请的专家' }).waitFor();
  });

  test('arrows walk through the rows, and ⌘K leads to the search', async () => {
    await page.locator('button[data-row]').first().focus();
    await page.keyboard.press('ArrowDown');
    const second = await page.locator('button[data-row]').nth(1).getAttribute('data-row');
    expect(await page.locator('button[data-row]:focus').getAttribute('data-row')).toBe(second);
    await page.keyboard.press('Control+k');
    await page.keyboard.type(number);
    await expect.poll(() => page.locator('button[data-row]').count()).toBe(1);
    await row(number).waitFor();
  });

  test('a request opens and closes by keyboard, and one is back where one was', async () => {
    await row(number).focus();
    await page.keyboard.press('Enter');
    await page.locator('aside:focus').getByRole('heading', { name: number }).waitFor();
    await page.keyboard.press('Escape');
    await page.locator('button[data-row]:focus').filter({ hasText: number }).waitFor();
  });

  test('the wall screen shows the queue alone', async () => {
    await page.goto(new URL('/coordinator?wall', clinic.url).href);
    await row(number).waitFor();
    expect(await page.getByRole('complementary').count()).toBe(0);
    expect(await seriousFaults(page)).toEqual([]);
  });

  test('speaks English on demand, in dark as well, without a serious fault', async () => {
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.goto(new URL('/coordinator', clinic.url).href);
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'Dispatch' }).waitFor();
    await page.getByRole('heading', { name: 'Load per specialty' }).waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByRole('button', { name: '中文' }).click();
  });

  test('a network that is cut is told, and what happened meanwhile is there when it is back', async () => {
    await page.locator('[data-line=live]').waitFor();
    await page.context().setOffline(true);
    await page.getByRole('alert').filter({ hasText: '网络已断开' }).waitFor();
    const meanwhile = await submittedBySomebodyElse(clinic);
    await page.context().setOffline(false);
    await page.locator('[data-line=live]').waitFor();
    await row(meanwhile).waitFor();
    expect(await row(meanwhile).count()).toBe(1);
  });

  test('a page that arrives while the language changes has the new one too', async () => {
    const { page: slow } = await openWindow(browser);
    const rest = Promise.withResolvers<void>();
    await slow.route(/\/assets\/shared\.en-/, async (route) => {
      await rest.promise;
      await route.continue();
    });
    await signInAt(slow, clinic, '/nowhere', 'coordinator');
    await slow.getByRole('button', { name: 'English' }).click();
    await slow.getByRole('button', { name: '去我的工作台' }).click();
    await slow.getByRole('heading', { name: '会诊调度' }).waitFor();
    rest.resolve();
    await slow.getByRole('heading', { name: 'Dispatch' }).waitFor();
    await slow.close();
  });

  test('a piece of the page that a bad line kept away is fetched again, and the rest is there meanwhile', async () => {
    const { page: slow, faults } = await openWindow(browser);
    let asked = 0;
    await slow.route(/\/assets\/load-chart-/, (route) => ((asked += 1) > 2 ? route.continue() : route.abort()));
    await signInAt(slow, clinic, '/coordinator', 'coordinator');
    await slow.locator('button[data-row]').first().waitFor();
    await slow.getByRole('complementary').locator('canvas').waitFor();
    expect(asked).toBe(3);
    expect(faults).toEqual([]);
    await slow.close();
  });

  test('on a phone the rows stand one below the other, without gaps, and nothing scrolls sideways', async () => {
    const { page: phone } = await openWindow(browser, { viewport: { width: 375, height: 812 } });
    await signInAt(phone, clinic, '/coordinator', 'coordinator');
    for (const width of [375, 1280, 375]) {
      await phone.setViewportSize({ width, height: 812 });
      await phone.locator('button[data-row]').first().waitFor();
      await expect.poll(() => phone.evaluate(misplacedItems), { interval: 100 }).toBe(0);
      expect(await sidewaysPixels(phone)).toBe(0);
    }
    await phone.close();
  });

  test('a workspace of another role says whose it is', async () => {
    const other = await openWindow(browser);
    await signInAt(other.page, clinic, '/coordinator', 'requester');
    await other.page.getByText('这个工作台属于调度员').waitFor();
    expect(other.faults).toEqual([]);
    await other.page.close();
  });

  test('asked nobody but its own server, and broke no content policy', () => {
    expect([...window.asked].filter((host) => host !== 'inline')).toEqual([new URL(clinic.url).host]);
    expect(window.faults).toEqual([]);
  });
});

/** How many rows and headings do not begin where the one above ends. */
const misplacedItems = `(() => {
  const items = [...document.querySelectorAll('[data-item]')].map((item) => item.getBoundingClientRect());
  items.sort((one, other) => one.top - other.top);
  return items.filter(({ top }, at) => at > 0 && Math.abs(top - items[at - 1].bottom) > 1).length;
})()`;

async function submittedBySomebodyElse(clinic: Clinic): Promise<string> {
  const requester = await clinic.as('requester');
  const patientId = await importPatient(requester, bundleOf(randomUUID()));
  await recordConsent(requester, patientId);
  const { id } = await createConsultation(requester, patientId);
  return (await step.submit(requester, id)).number;
}
