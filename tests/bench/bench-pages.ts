/** Pages to measure: Chromium before a platform of its own, with a queue as long as wanted. */
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
