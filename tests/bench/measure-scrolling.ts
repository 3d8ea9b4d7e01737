/** Whether a queue of two thousand scrolls without dropping frames. */
import type { Page } from 'playwright-core';
import { chromium, openBenchPages, openQueue } from './bench-pages.ts';
import type { Measured } from './measured.ts';
import { skipped } from './skipped.ts';

const REQUESTS = 2_000;
const SECONDS = 5;
const FRAME_MS = 1_000 / 60;
const title = `A queue of ${REQUESTS} scrolled by wheel for ${SECONDS} s`;

interface Frames {
  readonly deltas: readonly number[];
  readonly long: readonly number[];
}

export async function measureScrolling(): Promise<Measured> {
  if (chromium.missing) return skipped(title, chromium.why);
  const pages = await openBenchPages(REQUESTS);
  const page = await openQueue(pages);
  const still = await framesWhile(page, () => page.waitForTimeout(SECONDS * 1_000));
  const scrolled = await framesWhile(page, () => wheel(page));
  await pages.clear();
  return {
    title,
    how: 'Intervals between animation frames, beside those of the same page at rest: a frame counts as dropped for every whole sixtieth of a second that is missing. Long frames are the browser’s own long animation frames, of 50 ms and more. Chromium draws without a graphics card here.',
    rows: [row('at rest', still), row('scrolling', scrolled)],
  };
}

function row(what: string, { deltas, long }: Frames) {
  const dropped = deltas.reduce((sum, delta) => sum + Math.max(0, Math.round(delta / FRAME_MS) - 1), 0);
  return {
    page: what,
    frames: String(deltas.length),
    'dropped frames': String(dropped),
    'worst ms': Math.max(...deltas),
    'long frames': String(long.length),
    aim: '0 dropped',
  };
}

async function wheel(page: Page): Promise<void> {
  await page.mouse.move(400, 500);
  const end = performance.now() + SECONDS * 1_000;
  for (let turn = 0; performance.now() < end; turn += 1) {
    // Down for most of the time, then up again.
    await page.mouse.wheel(0, turn % 100 < 70 ? 240 : -240);
    await page.waitForTimeout(FRAME_MS);
  }
}

async function framesWhile(page: Page, work: () => Promise<void>): Promise<Frames> {
  const recording = await page.evaluateHandle<{ stop(): Frames }>(record);
  await work();
  return recording.evaluate((frames) => frames.stop());
}

/** Runs in the page. */
const record = `(() => {
  const deltas = [];
  const long = [];
  let last;
  let handle = requestAnimationFrame(function next(now) {
    if (last !== undefined) deltas.push(now - last);
    last = now;
    handle = requestAnimationFrame(next);
  });
  const watching = new PerformanceObserver((list) => long.push(...list.getEntries().map(({ duration }) => duration)));
  watching.observe({ type: 'long-animation-frame' });
  return {
    stop() {
      cancelAnimationFrame(handle);
      watching.disconnect();
      return { deltas, long };
    },
  };
})()`;
