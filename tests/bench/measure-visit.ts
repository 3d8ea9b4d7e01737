/** The first visit over a village's line: nothing cached, 1.6 Mbit/s, 150 ms of latency. */
import type { CDPSession, Page } from 'playwright-core';
import { openWindow } from '../harness/browser.ts';
import { type BenchPages, chromium, openBenchPages } from './bench-pages.ts';
import { percentile } from './load.ts';
import type { Measured } from './measured.ts';
import { skipped } from './skipped.ts';

const ROUNDS = 5;
const REQUESTS = 50;
const villageLine = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };
const title = `The coordinator's first visit at 1.6 Mbit/s and 150 ms, nothing cached, ${REQUESTS} requests more in the queue`;

interface Visit {
  readonly signInMs: number;
  readonly queueMs: number;
  readonly scriptKilobytes: number;
}

export async function measureVisit(): Promise<Measured> {
  if (chromium.missing) return skipped(title, chromium.why);
  const pages = await openBenchPages(REQUESTS);
  const visits: Visit[] = [];
  for (let round = 0; round < ROUNDS; round += 1) visits.push(await visit(pages));
  await pages.clear();
  const median = (of: (one: Visit) => number) => percentile(visits.map(of), 50);
  return {
    title,
    how: `Chromium with a fresh profile and its own throttling; medians of ${ROUNDS} visits. From the address to a form that takes input, and from pressing "sign in" to the first row; nobody's typing is counted. JavaScript as it was transferred until then.`,
    rows: [
      { figure: 'sign-in page usable, s', value: seconds(median(({ signInMs }) => signInMs)), aim: '' },
      { figure: 'from signing in to the queue, s', value: seconds(median(({ queueMs }) => queueMs)), aim: '' },
      {
        figure: 'both together, s',
        value: seconds(median(({ signInMs, queueMs }) => signInMs + queueMs)),
        aim: '≤ 3.5',
      },
      { figure: 'JavaScript, KB', value: median(({ scriptKilobytes }) => scriptKilobytes), aim: '≤ 250' },
    ],
  };
}

async function visit({ url, browser }: BenchPages): Promise<Visit> {
  const { page } = await openWindow(browser);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', villageLine);
  const scripts = scriptsOver(devtools);
  const started = performance.now();
  await page.goto(new URL('/coordinator', url).href, { waitUntil: 'commit' });
  await page.getByLabel('用户名').fill('coordinator');
  const signInMs = performance.now() - started;
  await page.getByLabel('密码').fill('huizhen-demo');
  const queueMs = await timed(page);
  const scriptKilobytes = scripts.bytes / 1_024;
  await page.context().close();
  return { signInMs, queueMs, scriptKilobytes };
}

async function timed(page: Page): Promise<number> {
  const started = performance.now();
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.locator('button[data-row]').first().waitFor();
  return performance.now() - started;
}

/** Bytes of scripts as they came over the line. */
function scriptsOver(devtools: CDPSession): { bytes: number } {
  const told = { bytes: 0 };
  const scripts = new Set<string>();
  devtools.on('Network.responseReceived', ({ requestId, type }) => {
    if (type === 'Script') scripts.add(requestId);
  });
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) told.bytes += encodedDataLength;
  });
  return told;
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1_000).toFixed(2);
}
