/** Pages to measure: Chromium before a platform of its own, with a queue as long as wanted. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser, openWindow, signInAt } from '../harness/browser.ts';
import { fillLongQueue } from '../harness/long-queue.ts';
import { findPeer } from '../harness/peers.ts';
import { benchEnvironment } from './bench-ground.ts';
import { InProcessPlatform } from './in-process-platform.ts';

export interface BenchPages {
  readonly url: string;
  readonly browser: Browser;
  clear(): Promise<void>;
}

export const chromium = findPeer('chromium');

export async function openBenchPages(requests: number): Promise<BenchPages> {
  const { environment, clear } = await benchEnvironment();
  const platform = await InProcessPlatform.start({ ...environment, RESPONSE_MINUTES_CRITICAL: '600' });
  await fillLongQueue(platform.url, requests);
  await untilQuiet(platform);
  const browser = await launchBrowser(chromium);
  return {
    url: platform.url,
    browser,
    async clear() {
      await browser.close();
      await platform.stop();
      await clear();
    },
  };
}

/** The coordinator's queue with its first row painted, and the pointer where it holds nothing. */
export async function openQueue({ url, browser }: BenchPages, path = '/coordinator'): Promise<Page> {
  const { page } = await openWindow(browser);
  await signInAt(page, { url }, path, 'coordinator');
  await page.mouse.move(2, 2);
  await page.locator('[data-line=live]').waitFor();
  return page;
}

/** What the filling has set off is done: a minute at most, and then it is measured as it is. */
async function untilQuiet(platform: InProcessPlatform): Promise<void> {
  for (let second = 0, before = await platform.cpuSeconds(); second < 60; second += 1) {
    await pause(1_000);
    const now = await platform.cpuSeconds();
    if (now - before < 0.1) return;
    before = now;
  }
}
