/** The client in a real page: a session that pages share, a live queue over a cut network, an upload with progress. */
import { fileURLToPath } from 'node:url';
import { madeUpImage } from '@huizhen/cli/imaging/made-up-image';
import { freePort } from '@huizhen/platform/database/free-port';
import { build } from 'esbuild';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openClinic, type Clinic } from '../../../tests/harness/clinic.ts';
import { step } from '../../../tests/harness/main-job.ts';
import { newRequest } from '../../../tests/harness/new-request.ts';
import { findPeer } from '../../../tests/harness/peers.ts';
import { BreakableLine } from './breakable-line.ts';

const peer = findPeer('chromium');

describe.skipIf(peer.missing)(`in a browser${peer.why}`, { timeout: 60_000 }, () => {
  let clinic: Clinic;
  let line: BreakableLine;
  let browser: Browser;
  let context: BrowserContext;
  let bundle: string;
  beforeAll(async () => {
    const port = await freePort();
    line = await BreakableLine.to(port);
    // Upload tickets lead over the line too, so that they are of the page's own origin.
    clinic = await openClinic({ environment: { PORT: String(port), PUBLIC_URL: new URL(line.url).origin } });
    bundle = await bundled();
    browser = await chromium.launch({ executablePath: peer.path, args: ['--no-sandbox', '--disable-gpu'] });
    context = await browser.newContext();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await line?.close();
    await clinic?.stop();
  });

  /** A page of the platform's own origin, with `client` in it. */
  async function openPage(): Promise<Page> {
    const page = await context.newPage();
    await page.goto(new URL('/health/live', line.url).href);
    await page.addScriptTag({ content: bundle });
    await page.evaluate(`globalThis.told = [];
      globalThis.client = sdk.createHuizhen({
        url: '/graphql', session: globalThis.store = sdk.sharedSession(), onSignedOut: () => told.push('signed out') })`);
    return page;
  }

  const signIn = (page: Page, username: string) =>
    page.evaluate(`client.signIn({ username: '${username}', password: 'huizhen-demo' }).then(() => undefined)`);
  const told = (page: Page) => page.evaluate<string[]>('told');

  test('several pages share a session, its renewal and its end', async () => {
    const [one, other] = await Promise.all([openPage(), openPage()]);
    await signIn(one, 'requester');
    expect(await other.evaluate('client.resume().then(({ roles }) => roles)')).toEqual(['REQUESTER']);
    const asked = 'client.resume().then((viewer) => viewer?.roles)';
    // The refresh token of the one who comes second would end the session for both.
    for (let turn = 0; turn < 10; turn += 1) {
      await one.evaluate('store.load().then((kept) => store.save({ ...kept, renewAt: 0 }))');
      const roles = await Promise.all([one, other].map((page) => page.evaluate(asked)));
      expect(roles).toEqual([['REQUESTER'], ['REQUESTER']]);
    }
    expect(await Promise.all([told(one), told(other)])).toEqual([[], []]);
    await one.evaluate('client.signOut()');
    await expect.poll(() => told(other)).toEqual(['signed out']);
    expect(await other.evaluate('client.resume()')).toBeNull();
  });

  test('a page without network says so, and comes back by itself with nothing missed', async () => {
    const { requester, coordinator, id } = await newRequest(clinic);
    const page = await openPage();
    await signIn(page, 'coordinator');
    await page.evaluate(`client.connection.subscribe((state) => told.push(state));
      void (async () => {
        for await (const { data } of client.watch(sdk.ConsultationQueueDocument)) told.push(data.consultationQueue.kind);
      })()`);
    await expect.poll(() => told(page)).toEqual(['SNAPSHOT']);
    line.cut();
    await context.setOffline(true);
    await expect.poll(() => told(page)).toContain('offline');
    await step.submit(requester, id);
    await step.approve(coordinator, id);
    expect(await told(page)).not.toContain('ENTERED');
    line.mend();
    await context.setOffline(false);
    await expect.poll(() => told(page), { timeout: 30_000 }).toContain('CHANGED');
    const kinds = (await told(page)).filter((word) => word === word.toUpperCase());
    expect(kinds).toEqual(['SNAPSHOT', 'ENTERED', 'CHANGED']);
    expect((await told(page)).findLast((word) => word !== word.toUpperCase())).toBe('live');
  });

  test('images go up with progress', async () => {
    const page = await openPage();
    await signIn(page, 'requester');
    const image = madeUpImage('browser', new Date('2026-10-02T01:30:00Z')).toString('base64');
    const [progress, outcomes] = await page.evaluate<[number[], object[]]>(`(async () => {
      const sent = [];
      const bytes = Uint8Array.from(atob('${image}'), (letter) => letter.charCodeAt(0));
      const { patients } = await client.query(sdk.PatientsDocument, { first: 1 });
      const outcomes = await client.uploadStudies({
        patientId: patients.nodes[0].id,
        files: [new File([bytes], 'a.dcm'), new File(['no image'], 'b.txt')],
        onProgress: ({ sentBytes, totalBytes }) => sent.push(sentBytes / totalBytes),
      });
      return [sent, outcomes];
    })()`);
    expect(progress.length).toBeGreaterThan(1);
    expect(progress.at(-1)).toBe(1);
    expect(outcomes).toMatchObject([
      { name: 'a.dcm', stored: true },
      { name: 'b.txt', stored: false, because: 'Malformed, or no DICOM file.' },
    ]);
  });
});

async function bundled(): Promise<string> {
  const contents = `export * from './src/index.ts'; export * from './src/generated/documents.ts';`;
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: fileURLToPath(new URL('../', import.meta.url)) },
    bundle: true,
    format: 'iife',
    globalName: 'sdk',
    platform: 'browser',
    write: false,
  });
  return outputFiles[0]?.text ?? '';
}
