/** Bad days at the coordinator's desk, in a real browser before the whole platform: a cut network, a colleague who was faster, a session that ended. */
import { setTimeout as pause } from 'node:timers/promises';
import { liveStatuses } from '../../subgraphs/consultations/src/domain/queue.ts';
import pg from 'pg';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { BadLine } from '../harness/bad-line.ts';
import { fillSignIn, launchBrowser, openWindow, signInAt } from '../harness/browser.ts';
import { busyCentre } from '../harness/busy-centre.ts';
import { type Clinic, openClinic } from '../harness/clinic.ts';
import { consultationAt } from '../harness/consultation-at.ts';
import { findPeer } from '../harness/peers.ts';
import {
  SNAPSHOT,
  pagesQueue,
  placeOf,
  placesReaching,
  type QueueEventOnPage,
  rowsNow,
  rowsOn,
} from '../harness/queue-on-page.ts';
import { reactionsSettled } from '../harness/reactions-settled.ts';
import { type SecondCoordinator, secondCoordinator } from '../harness/second-coordinator.ts';

const chromium = findPeer('chromium');
const CUT_MS = 30_000;

describe.skipIf(chromium.missing)(`bad days in a browser${chromium.why}`, { timeout: 120_000 }, () => {
  let clinic: Clinic;
  let line: BadLine;
  let browser: Browser;
  let colleague: SecondCoordinator;
  const pages: Page[] = [];

  /** Tall enough for the whole queue, and with the pointer where it holds nothing. */
  async function deskAt({ url }: Pick<Clinic, 'url'>, path = '/coordinator', who = 'coordinator', password?: string) {
    const { page } = await openWindow(browser, { viewport: { width: 1280, height: 5_000 } });
    pages.push(page);
    const places = placesReaching(page);
    await signInAt(page, { url }, path, who, password);
    await page.mouse.move(2, 2);
    await page.locator('button[data-row]').first().waitFor();
    await page.locator('[data-line=live]').waitFor();
    return { page, places };
  }

  beforeAll(async () => {
    clinic = await openClinic({ environment: { NODE_ENV: 'development' } });
    line = await BadLine.open(clinic.port);
    browser = await launchBrowser(chromium);
    colleague = await secondCoordinator(clinic);
  }, 120_000);

  afterEach(async () => {
    line.mend();
    line.letSocketsGo();
    for (const page of pages.splice(0)) await page.context().close();
  });

  afterAll(async () => {
    await browser?.close();
    await line?.close();
    await clinic?.stop();
  });

  test('half a minute without a network: nothing is missed, nothing is told twice, nothing that was typed is lost', async () => {
    const letTheDayBegin = await busyCentre(clinic);
    const { id: toReturn } = await consultationAt(clinic, 'UNDER_REVIEW');
    await reactionsSettled(clinic.databaseUrl);
    const start = await newestPlace(clinic);
    const uncut = (await clinic.as('coordinator')).watch<QueueEventOnPage>(await pagesQueue());
    await uncut.until(() => true);
    // One whose cable is pulled somewhere, and one whose device knows that it has no network.
    const pulled = await deskAt(line);
    const unplugged = await deskAt(clinic, `/coordinator/${toReturn}`);
    await pulled.page.getByLabel('编号、姓名、机构').fill('青山');
    await unplugged.page.getByRole('button', { name: '退回补充' }).click();
    await unplugged.page.getByRole('dialog').getByRole('textbox').fill('请补充心电图');

    const cutAt = Date.now();
    line.cut();
    await unplugged.page.context().setOffline(true);
    await letTheDayBegin();
    const asItWas = await rowsOn(pulled.page);
    for (const { page } of [pulled, unplugged]) {
      const told = await page.getByRole('alert').filter({ hasText: '网络已断开' }).textContent({ timeout: CUT_MS });
      expect(minutesFrom(cutAt)).toContain(/\d\d:\d\d/.exec(told ?? '')?.[0]);
    }
    await pause(cutAt + CUT_MS - Date.now());
    expect(await rowsOn(pulled.page)).toEqual(asItWas);
    line.mend();
    await unplugged.page.context().setOffline(false);

    await unplugged.page.locator('[data-line=live]').waitFor();
    expect(await unplugged.page.getByRole('dialog').getByRole('textbox').inputValue()).toBe('请补充心电图');
    await unplugged.page.getByRole('dialog').getByRole('button', { name: '退回补充' }).click();
    await pulled.page.locator('[data-line=live]').waitFor();
    expect(await pulled.page.getByLabel('编号、姓名、机构').inputValue()).toBe('青山');
    await pulled.page.getByLabel('编号、姓名、机构').fill('');
    await unplugged.page.getByRole('dialog').waitFor({ state: 'hidden' });

    await reactionsSettled(clinic.databaseUrl);
    const logged = await placesInLog(clinic, start);
    await expect.poll(() => uncut.received.map(placeOf)).toEqual([SNAPSHOT, ...logged]);
    const now = await rowsNow(await clinic.as('coordinator'));
    expect(now.find(({ id }) => id === toReturn)?.status).toBe('RETURNED');
    for (const { page, places } of [pulled, unplugged]) {
      await expect.poll(() => places).toEqual([SNAPSHOT, ...logged]);
      await expect.poll(() => rowsOn(page)).toEqual(now);
      await page.getByRole('alert').filter({ hasText: '网络已断开' }).waitFor({ state: 'detached' });
    }
    uncut.close();
  });

  test('whoever comes second is told who was first, in words, and sees the new state', async () => {
    const { id } = await consultationAt(clinic, 'UNDER_REVIEW');
    const first = await deskAt(clinic, `/coordinator/${id}`, colleague.username, colleague.password);
    const second = await deskAt(line, `/coordinator/${id}`);
    await second.page.getByRole('button', { name: '通过审核' }).waitFor();
    // Both look at the same; what the first does is still on its way to the second.
    line.holdSockets();
    const at = Date.now();
    await first.page.getByRole('button', { name: '通过审核' }).click();
    await first.page.locator('aside [data-status=PENDING]').waitFor();
    await second.page.getByRole('button', { name: '通过审核' }).click();

    const told = await second.page.getByRole('alert').filter({ hasText: '通过审核' }).textContent();
    expect(minutesFrom(at).map((minute) => `${colleague.name}已于 ${minute} 通过审核`)).toContain(
      /^.*? \d\d:\d\d 通过审核/.exec(told ?? '')?.[0],
    );
    await second.page.locator('aside [data-status=PENDING]').waitFor();
    expect(await second.page.getByRole('button', { name: '通过审核' }).count()).toBe(0);
    line.letSocketsGo();
    await second.page.locator(`button[data-row="${id}"] [data-status=PENDING]`).waitFor();
  });

  test('a note that comes too late says so in its dialog, and stays there to be copied', async () => {
    const { id } = await consultationAt(clinic, 'UNDER_REVIEW');
    const { page } = await deskAt(line, `/coordinator/${id}`);
    await page.getByRole('button', { name: '退回补充' }).click();
    await page.getByRole('dialog').getByRole('textbox').fill('请补充心电图');
    line.holdSockets();
    const first = await deskAt(clinic, `/coordinator/${id}`, colleague.username, colleague.password);
    await first.page.getByRole('button', { name: '通过审核' }).click();
    await first.page.locator('aside [data-status=PENDING]').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: '退回补充' }).click();
    await page
      .getByRole('dialog')
      .getByRole('alert')
      .filter({ hasText: `${colleague.name}已于` })
      .waitFor();
    expect(await page.getByRole('dialog').getByRole('textbox').inputValue()).toBe('请补充心电图');
    line.letSocketsGo();
  });

  test('a session that ended elsewhere asks for a new sign-in at the same address, and one is back', async () => {
    const path = '/coordinator?urgency=URGENT&specialty=%E5%BF%83%E8%A1%80%E7%AE%A1%E5%86%85%E7%A7%91';
    const { page } = await openWindow(browser);
    pages.push(page);
    await page.clock.install();
    await signInAt(page, clinic, path, colleague.username, colleague.password);
    await page.locator('button[data-row]').first().waitFor();
    const shown = (await rowsOn(page)).map(({ id }) => id);

    await colleague.changePassword('another four words');
    // The lid is closed for a while; meanwhile the page would have renewed its token.
    await page.clock.fastForward('10:00');
    await page.getByText('登录已过期').waitFor();
    expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe(path);
    expect(await page.locator('button[data-row]').count()).toBe(0);

    await fillSignIn(page, colleague.username, 'another four words');
    await page.locator('button[data-row]').first().waitFor();
    expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe(path);
    expect(await page.getByLabel('紧急程度').inputValue()).toBe('URGENT');
    expect((await rowsOn(page)).map(({ id }) => id)).toEqual(shown);
  });
});

/** As a page writes the time, in every minute since then. */
function minutesFrom(start: number): string[] {
  const minutes = Math.floor((Date.now() - start) / 60_000) + 2;
  return Array.from({ length: minutes }, (_minute, passed) => {
    const at = new Date(start + passed * 60_000);
    return [at.getHours(), at.getMinutes()].map((part) => String(part).padStart(2, '0')).join(':');
  });
}

async function newestPlace(clinic: Clinic): Promise<bigint> {
  const rows = await asked(clinic, 'SELECT max(position) AS position FROM events.log', []);
  return rows[0] ?? 0n;
}

/** Of everything that has changed the queue since then, in order. */
function placesInLog(clinic: Clinic, after: bigint): Promise<bigint[]> {
  return asked(
    clinic,
    `SELECT position FROM events.log WHERE position > $1 AND type LIKE 'consultation.%'
       AND (payload->'before'->>'status' = ANY ($2) OR payload->'after'->>'status' = ANY ($2)) ORDER BY position`,
    [after.toString(), liveStatuses],
  );
}

async function asked(clinic: Clinic, sql: string, values: readonly unknown[]): Promise<bigint[]> {
  const client = new pg.Client({ connectionString: clinic.databaseUrl });
  await client.connect();
  const { rows } = await client.query<{ position: string }>(sql, [...values]);
  await client.end();
  return rows.map(({ position }) => BigInt(position));
}
