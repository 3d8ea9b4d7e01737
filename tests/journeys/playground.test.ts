/** The playground in a real browser, on the whole platform: an integrator opens it, signs in, asks, and watches something live. */
import { randomUUID } from 'node:crypto';
import { type Browser, type Page, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openClinic, type Clinic } from '../harness/clinic.ts';
import { bundleOf, createConsultation, importPatient, recordConsent, step } from '../harness/main-job.ts';
import { findPeer } from '../harness/peers.ts';

const chromiumPeer = findPeer('chromium');
const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'];
const quiet = ['--disable-component-update', '--disable-sync'];

// Limits, not waits: a browser on a busy machine takes its time.
describe.skipIf(chromiumPeer.missing)(`the playground in a browser${chromiumPeer.why}`, { timeout: 60_000 }, () => {
  let clinic: Clinic;
  let browser: Browser;
  let page: Page;
  const asked = new Set<string>();
  const refusedByPolicy: string[] = [];

  beforeAll(async () => {
    clinic = await openClinic({ environment: { NODE_ENV: 'development' } });
    browser = await chromium.launch({ executablePath: chromiumPeer.path, headless: true, args: [...flags, ...quiet] });
    page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'zh-CN' });
    page.setDefaultTimeout(20_000);
    page.on('request', (request) => asked.add(new URL(request.url()).host || 'inline'));
    page.on('websocket', (socket) => asked.add(new URL(socket.url()).host));
    page.on('console', (message) => {
      if (/content security policy/i.test(message.text())) refusedByPolicy.push(message.text());
    });
    await page.goto(clinic.url);
    await page.getByRole('tab', { name: 'WhoAmI' }).waitFor();
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await clinic?.stop();
  });

  const signInAs = async (username: string, role: string) => {
    await page.getByLabel('账号').selectOption(username);
    await page.getByRole('button', { name: /登录|切换/ }).click();
    await page.getByRole('status').filter({ hasText: role }).waitFor();
  };
  const run = () => page.locator('.graphiql-execute-button').click();
  const shown = (text: string) => page.locator('.result-window').getByText(text).first().waitFor();

  test('has the ten steps of a consultation in order', async () => {
    const steps = await page.locator('.graphiql-tab-button').allTextContents();
    const [first, last] = ['WhoAmI', 'SignOpinion'];
    const between = ['Patients', 'ImportBundle', 'Consent', 'Create', 'LiveQueue', 'Approve', 'Accept', 'JoinRoom'];
    expect(steps).toEqual([first, ...between, last]);
  });

  test('says who is signed in and until when, and asks as them', async () => {
    await signInAs('requester', '申请医生');
    expect(await page.getByRole('status').textContent()).toMatch(/令牌 \d\d:\d\d 到期，剩 \d+ 分钟/);
    await run();
    await shown('"REQUESTER"');
  });

  test('shows the schema with its descriptions', async () => {
    await page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
    const docs = page.locator('.graphiql-doc-explorer');
    await docs.getByRole('link', { name: 'Subscription' }).click();
    await docs.getByText('consultationQueue').waitFor();
    await page.getByRole('button', { name: 'Hide Documentation Explorer' }).click();
  });

  test('explains on demand how an answer came about', async () => {
    const explain = page.getByRole('button', { name: '查询计划' });
    await explain.click();
    await page.getByText('运行一次查询').waitFor();
    await run();
    const explanation = page.locator('.explanation');
    await explanation.locator('pre').filter({ hasText: 'Fetch(service: "directory")' }).waitFor();
    await explanation
      .getByRole('listitem')
      .filter({ hasText: /directory [\d.]+ 毫秒/ })
      .waitFor();
    expect(await page.locator('.result-window').textContent()).not.toContain('QueryPlan');
    await explain.click();
    await explanation.waitFor({ state: 'detached' });
  });

  test('shows live what another account does, and goes on as whoever signs in next', async () => {
    await signInAs('coordinator', '调度员');
    await page.getByRole('tab', { name: 'LiveQueue' }).click();
    await run();
    await shown('"SNAPSHOT"');
    const number = await submittedBySomebodyElse(clinic);
    await shown(`"${number}"`);
    await shown('"ENTERED"');
    await signInAs('requester', '申请医生');
    await shown('"SNAPSHOT"');
  });

  test('keeps the session over a reload, and speaks English on demand', async () => {
    await page.reload();
    await page.getByRole('status').filter({ hasText: '申请医生' }).waitFor();
    await page.getByRole('button', { name: 'English' }).click();
    expect(await page.getByRole('button', { name: 'Sign out' }).isVisible()).toBe(true);
  });

  test('names what a step is waiting for, and shows no stack', async () => {
    await page.getByRole('tab', { name: 'Consent' }).click();
    await run();
    await shown('<patientId>');
    const text = (await page.locator('.result-window').textContent())?.replaceAll(/\s+/g, ' ');
    expect(text).toContain('<patientId> is not known yet: run the earlier steps first');
    expect(text).not.toContain('stack');
  });

  test('asked nobody but its own server, and broke no content policy', () => {
    expect([...asked].filter((host) => host !== 'inline')).toEqual([new URL(clinic.url).host]);
    expect(refusedByPolicy).toEqual([]);
  });
});

async function submittedBySomebodyElse(clinic: Clinic): Promise<string> {
  const requester = await clinic.as('requester');
  const patientId = await importPatient(requester, bundleOf(randomUUID()));
  await recordConsent(requester, patientId);
  const { id } = await createConsultation(requester, patientId);
  return (await step.submit(requester, id)).number;
}
