/** The call in two real browsers over a real video server: expert and requester check their devices, see each other, and come back after leaving. */
import { freePort } from '@huizhen/platform/database/free-port';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seriousFaults } from '../harness/axe.ts';
import { type Window, launchBrowser, openWindow, pretendedDevices, signInAt } from '../harness/browser.ts';
import { type Clinic, openClinic } from '../harness/clinic.ts';
import { invited } from '../harness/invited.ts';
import { step } from '../harness/main-job.ts';
import { findPeer } from '../harness/peers.ts';
import { key, startLivekit } from '../peers/livekit-server.ts';

const chromium = findPeer('chromium');
const server = findPeer('livekit');
// A limit, not a wait.
const patient = { timeout: 10_000 };

describe.skipIf(chromium.missing || server.missing)(
  `a call between two browsers${chromium.why}${server.why}`,
  { timeout: 120_000 },
  () => {
    let clinic: Clinic;
    let livekit: Awaited<ReturnType<typeof startLivekit>>;
    let browser: Browser;
    let one: Window;
    let other: Window;
    let id: string;

    const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
    const goIn = async (page: Page) => {
      await page.getByText('麦克风正常').waitFor();
      await button(page, '加入会诊室').click();
      await page.locator('[data-call=inside]').waitFor();
    };
    /** Frames that really arrive, and are not black. */
    const sees = async (page: Page) =>
      Number(
        await page.evaluate(
          '[...document.querySelectorAll("li[data-seat] video")].slice(0, 1).map((video) => video.videoWidth * video.currentTime)',
        ),
      );

    beforeAll(async () => {
      const port = await freePort();
      livekit = await startLivekit(server.path, `http://127.0.0.1:${port}/webhooks/livekit`);
      clinic = await openClinic({
        environment: {
          NODE_ENV: 'development',
          PORT: String(port),
          LIVEKIT_URL: livekit.url,
          LIVEKIT_API_KEY: key.name,
          LIVEKIT_API_SECRET: key.secret,
        },
      });
      ({ id } = await invited(clinic, ['expert1']));
      await step.accept(await clinic.as('expert1'), id);
      browser = await launchBrowser(chromium, pretendedDevices);
      [one, other] = await Promise.all([openWindow(browser), openWindow(browser)]);
      await signInAt(one.page, clinic, `/expert/${id}?call`, 'expert1');
      await signInAt(other.page, clinic, `/doctor/consultations/${id}?call`, 'requester');
    }, 120_000);

    afterAll(async () => {
      await browser?.close();
      await clinic?.stop();
      await livekit?.stop();
    });

    test('the lobby shows one’s own picture and voice, and what the line will carry, with the reason', async () => {
      await one.page.getByLabel('您的画面').waitFor();
      await one.page.getByText('麦克风正常').waitFor();
      await one.page.getByText('网络良好，视频 720p').waitFor();
      await one.page.getByText('会诊室里还没有人').waitFor();
      expect(await seriousFaults(one.page)).toEqual([]);
    });

    test('who has gone in is seen by who still waits before the door', async () => {
      await goIn(one.page);
      await one.page.getByText('对方还没有进来').waitFor();
      await other.page.getByText('沈弘毅 会诊专家').waitFor();
    });

    test('two windows see each other', async () => {
      await goIn(other.page);
      await expect.poll(() => one.page.locator('li[data-seat]').count(), patient).toBe(2);
      for (const { page } of [one, other]) await expect.poll(() => sees(page), patient).toBeGreaterThan(0);
      expect(await seriousFaults(one.page)).toEqual([]);
    });

    test('muting and closing the camera are seen on the other side, and undone', async () => {
      const theirs = other.page.locator('li[data-seat]').first();
      await button(one.page, '静音').click();
      await theirs.getByLabel('已静音').waitFor();
      await button(one.page, '取消静音').click();
      await theirs.getByLabel('已静音').waitFor({ state: 'detached' });
      await button(one.page, '关闭摄像头').click();
      await expect.poll(() => theirs.locator('video').count(), patient).toBe(0);
      await button(one.page, '打开摄像头').click();
      await theirs.locator('video').waitFor();
    });

    test('voice only leaves the voices and no picture, and video comes back', async () => {
      await button(one.page, '只用语音').click();
      await expect.poll(() => one.page.locator('li[data-seat] video').count(), patient).toBe(0);
      await button(one.page, '恢复视频').click();
      await expect.poll(() => one.page.locator('li[data-seat] video').count(), patient).toBe(2);
    });

    test('the line is reported while the call is on, and its advice shown', async () => {
      const report = await one.page.waitForRequest(
        (request) => request.postData()?.includes('ReportNetworkQuality') ?? false,
        { timeout: 30_000 },
      );
      expect((await report.response())?.status()).toBe(200);
      await one.page.getByText(/^网络(?:优秀|良好|较差)，/).waitFor();
    });

    test('a line that carries no picture keeps the voice and says why, and the picture comes back with the line', async () => {
      const expert = await clinic.as('expert1');
      const input = { consultationId: id, networkQuality: 'CRITICAL' };
      for (let reading = 0; reading < 5; reading += 1)
        await expert.run(
          'mutation($input: ReportNetworkQualityInput!) { reportNetworkQuality(input: $input) { audioOnly } }',
          { input },
        );
      await one.page.getByText('先保证语音，视频已关闭').waitFor();
      const theirs = other.page.locator('li[data-seat]').first();
      await expect.poll(() => theirs.locator('video').count(), patient).toBe(0);
      await theirs.locator('video').waitFor({ timeout: 60_000 });
    });

    test('whoever leaves can come back with a fresh token, as the same person', async () => {
      await button(other.page, '离开').click();
      await other.page.getByText('会诊没有结束').waitFor();
      await expect.poll(() => one.page.locator('li[data-seat]').count(), patient).toBe(1);
      await button(other.page, '重新加入').click();
      await other.page.locator('[data-call=inside]').waitFor();
      await expect.poll(() => one.page.locator('li[data-seat]').count(), patient).toBe(2);
    });

    test('a page that is closed leaves the room', async () => {
      await other.page.goto(new URL('/doctor', clinic.url).href);
      await expect.poll(() => one.page.locator('li[data-seat]').count(), patient).toBe(1);
    });

    test('starting and ending are steps of the consultation, and the end closes the room for everybody', async () => {
      await button(one.page, '开始会诊').click();
      await one.page.getByText('进行中').first().waitFor();
      await button(one.page, '结束会诊').click();
      await one.page.getByRole('dialog').getByRole('button', { name: '结束会诊' }).click();
      await one.page.getByText('会诊室已关闭').first().waitFor();
      await one.page.getByText('待出意见').first().waitFor();
    });

    test('whoever allows neither camera nor microphone is told how to, and may still listen', async () => {
      const strict = await launchBrowser(chromium, ['--deny-permission-prompts']);
      const { page, faults } = await openWindow(strict);
      const next = await invited(clinic, ['expert1']);
      await step.accept(await clinic.as('expert1'), next.id);
      await signInAt(page, clinic, `/expert/${next.id}?call`, 'expert1');
      await page
        .getByRole('alert')
        .filter({ hasText: /没有允许|没有找到/ })
        .waitFor();
      await button(page, '只听只看，加入会诊室').click();
      await page.locator('[data-call=inside]').waitFor();
      expect(await seriousFaults(page)).toEqual([]);
      expect(faults).toEqual([]);
      await strict.close();
    });

    test('reached its own server and the video server only, and broke no content policy', () => {
      const allowed = [new URL(clinic.url).host, new URL(livekit.url).host, 'inline'];
      for (const { asked, faults } of [one, other]) {
        expect([...asked].filter((host) => !allowed.includes(host))).toEqual([]);
        expect(faults).toEqual([]);
      }
    });
  },
);
