/** A subgraph that hangs costs the coordinator's pages its own part, which says that it is missing and comes back by itself. */
import { existsSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser, openWindow, signInAt } from '../harness/browser.ts';
import { type Clinic, openClinic } from '../harness/clinic.ts';
import { consultationAt } from '../harness/consultation-at.ts';
import { practitionerIdOf, step } from '../harness/main-job.ts';
import { findPeer } from '../harness/peers.ts';
import { type ShownRow, rowsNow, rowsOn } from '../harness/queue-on-page.ts';
import { pidOfSubgraph } from '../harness/subgraph-process.ts';

const chromium = findPeer('chromium');
const usual = { SUBGRAPH_DEADLINES_MS: '1500', QUERY_DEADLINE_MS: '1800' };

describe.skipIf(chromium.missing || !existsSync('/proc/self/task'))(
  `parts that are missing${chromium.why}`,
  { timeout: 90_000 },
  () => {
    let clinic: Clinic;
    let browser: Browser;
    let page: Page;
    let whole: ShownRow[];
    let invitedTo: string;
    const hanging: number[] = [];

    const note = (part: string) => page.getByRole('note').filter({ hasText: `${part}暂时看不到` });
    const gone = (part: string) => note(part).waitFor({ state: 'detached', timeout: 40_000 });

    async function hang(subgraph: string): Promise<void> {
      const pid = await pidOfSubgraph(subgraph);
      hanging.push(pid);
      process.kill(pid, 'SIGSTOP');
    }

    function goOn(): void {
      for (const pid of hanging.splice(0)) process.kill(pid, 'SIGCONT');
    }

    beforeAll(async () => {
      clinic = await openClinic({ topology: 'processes', environment: { NODE_ENV: 'development', ...usual } });
      const [coordinator, expert] = await Promise.all([clinic.as('coordinator'), clinic.as('expert1')]);
      ({ id: invitedTo } = await consultationAt(clinic, 'PENDING'));
      await step.invite(coordinator, invitedTo, [await practitionerIdOf(expert)]);
      browser = await launchBrowser(chromium);
      ({ page } = await openWindow(browser, { viewport: { width: 1280, height: 5_000 } }));
      await signInAt(page, clinic, '/coordinator', 'coordinator');
      await page.mouse.move(2, 2);
      await page.locator('button[data-row]').first().waitFor();
      whole = await rowsNow(coordinator);
    }, 240_000);

    afterEach(goOn);
    afterAll(async () => {
      await browser?.close();
      await clinic?.stop();
    }, 60_000);

    test('without patients the queue stands, row by row, and the names come by themselves', async () => {
      await hang('patients');
      await page.reload();
      await note('患者姓名和年龄').waitFor();
      expect(await rowsOn(page)).toEqual(whole.map((row) => ({ ...row, patient: '' })));
      await page.locator(`[data-row="${invitedTo}"]`).click();
      await note('患者').waitFor();
      await page.getByText('血压控制不佳').waitFor();
      goOn();
      await gone('患者姓名和年龄');
      await page.getByRole('region', { name: '患者' }).filter({ hasText: '林秋禾' }).waitFor();
      await expect.poll(() => rowsOn(page), { timeout: 20_000 }).toEqual(whole);
    });

    test('what happens while patients hang is in the queue, and names that were known stay', async () => {
      await page.goto(new URL('/coordinator', clinic.url).href);
      await expect.poll(() => rowsOn(page), { timeout: 20_000 }).toEqual(whole);
      const { id } = await consultationAt(clinic, 'UNDER_REVIEW');
      await page.locator(`[data-row="${id}"]`).filter({ hasText: '林秋禾' }).waitFor();
      await hang('patients');
      await step.approve(await clinic.as('coordinator'), id);
      await page.locator(`[data-row="${id}"] [data-status=PENDING]`).waitFor();
      expect(await page.locator(`[data-row="${id}"]`).textContent()).toContain('林秋禾');
      await note('患者姓名和年龄').waitFor();
      goOn();
      await gone('患者姓名和年龄');
    });

    test('without experts the queue and the request stand, and who is on duty comes back', async () => {
      const online = page.getByRole('heading', { name: '在线专家' });
      await page.goto(new URL('/coordinator', clinic.url).href);
      await online.waitFor();
      await hang('experts');
      await page.reload();
      await note('在线专家').waitFor();
      expect((await rowsOn(page)).length).toBe((await rowsNow(await clinic.as('coordinator'))).length);
      await page.locator(`[data-row="${invitedTo}"]`).click();
      await note('已邀请的专家和会诊意见').waitFor();
      await page.getByText('血压控制不佳').waitFor();
      await note('推荐专家').waitFor();
      goOn();
      await gone('已邀请的专家和会诊意见');
      await gone('推荐专家');
      await page.getByRole('button', { name: /^邀请/ }).first().waitFor();
      await page.getByRole('heading', { name: '已邀请的专家' }).waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: '关闭这份申请' }).click();
      await gone('在线专家');
      await page.getByRole('complementary').getByText('主任医师').first().waitFor();
    });

    test('without imaging a request says so, and the images come back', async () => {
      await hang('imaging');
      await page.goto(new URL(`/coordinator/${invitedTo}`, clinic.url).href);
      await note('影像').waitFor();
      await page.getByRole('region', { name: '患者' }).filter({ hasText: '林秋禾' }).waitFor();
      await page.getByText('血压控制不佳').waitFor();
      goOn();
      await gone('影像');
      await page.getByRole('heading', { name: '影像' }).waitFor();
    });
  },
);
