/** Chromium before a platform: a window each for whom a test signs in, and what they asked for and broke on the way. */
import { type Browser, type BrowserContextOptions, type Locator, type Page, chromium } from 'playwright-core';
import type { Clinic } from './clinic.ts';
import type { Peer } from './peers.ts';

const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'];
const quiet = ['--disable-component-update', '--disable-sync'];

/** A camera and a microphone that are always there: a turning disc, and a beep a second. */
export const pretendedDevices = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'];

export function launchBrowser({ path }: Peer, more: readonly string[] = []): Promise<Browser> {
  return chromium.launch({ executablePath: path, headless: true, args: [...flags, ...quiet, ...more] });
}

export interface Window {
  readonly page: Page;
  /** Every host that was asked. */
  readonly asked: ReadonlySet<string>;
  /** Errors of scripts, and what the content policy refused. */
  readonly faults: readonly string[];
}

/** A window of its own, so that several can be several people. Nothing moves in it: on a busy machine a click would miss what does. */
export async function openWindow(browser: Browser, options: BrowserContextOptions = {}): Promise<Window> {
  const usual = { viewport: { width: 1280, height: 800 }, locale: 'zh-CN', reducedMotion: 'reduce' } as const;
  const page = await browser.newPage({ ...usual, ...options });
  const asked = new Set<string>();
  const faults: string[] = [];
  page.setDefaultTimeout(20_000);
  page.on('request', (request) => asked.add(new URL(request.url()).host || 'inline'));
  page.on('websocket', (socket) => asked.add(new URL(socket.url()).host));
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (/content security policy/i.test(message.text())) faults.push(message.text());
  });
  return { page, asked, faults };
}

/** Opens an address of the pages and signs in there, as a person would. */
export async function signInAt(
  page: Page,
  { url }: Pick<Clinic, 'url'>,
  path: string,
  username: string,
  password = 'huizhen-demo',
): Promise<void> {
  // Whoever comes first waits for the pages to be built.
  await page.goto(new URL(path, url).href, { timeout: 120_000 });
  await fillSignIn(page, username, password);
}

/** On the sign-in page, wherever it stands. */
export async function fillSignIn(page: Page, username: string, password = 'huizhen-demo'): Promise<void> {
  await page.getByLabel('用户名').fill(username);
  await page.getByLabel('密码').fill(password);
  await page.getByRole('button', { name: '登录', exact: true }).click();
}

/** By the tabulator key alone, as somebody without a mouse gets there. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let pressed = 0; pressed < 80; pressed += 1) {
    if ((await target.and(page.locator(':focus')).count()) > 0) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('The tabulator key does not lead there.');
}

/** How far the page can be moved sideways, which on a phone it should not. */
export async function sidewaysPixels(page: Page): Promise<number> {
  return Number(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'));
}
