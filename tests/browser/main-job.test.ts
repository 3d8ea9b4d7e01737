/** The main job through the pages alone: a doctor, a coordinator and an expert, each signed in at a window of their own, from the record to the conclusion. */
import { randomUUID } from 'node:crypto';
import { madeUpImage } from '@huizhen/cli/imaging/made-up-image';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Window, launchBrowser, openWindow, signInAt } from '../harness/browser.ts';
import { type Clinic, openClinic } from '../harness/clinic.ts';
import { dropFile } from '../harness/drop-file.ts';
import { bundleOf } from '../harness/main-job.ts';
import { findPeer } from '../harness/peers.ts';

const chromium = findPeer('chromium');
const reason = '血压控制不佳，请协助调整用药方案';
const advice = '加用缬沙坦80毫克每日一次，两周后复查血钾。';
const conclusion = '同意加用缬沙坦，两周后在本院复查。';

describe.skipIf(chromium.missing)(`the main job in a browser${chromium.why}`, { timeout: 60_000 }, () => {
  let clinic: Clinic;
  let browser: Browser;
  let windows: readonly Window[];
  let doctor: Page;
  let coordinator: Page;
  let expert: Page;
  let number: string;
  let id: string;

  const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });
  const tag = (page: Page, status: string) => page.locator(`[data-status=${status}]`).first();
  const queued = () => coordinator.locator('button[data-row]').filter({ hasText: number });

  beforeAll(async () => {
    const opened = await openClinic({ environment: { NODE_ENV: 'development' } });
    // Where the platform believes to be: that is where its upload tickets lead.
    clinic = { ...opened, url: opened.url.replace('127.0.0.1', 'localhost') };
    browser = await launchBrowser(chromium);
    windows = await Promise.all([openWindow(browser), openWindow(browser), openWindow(browser)]);
    [doctor, coordinator, expert] = windows.map(({ page }) => page) as [Page, Page, Page];
    await signInAt(doctor, clinic, '/doctor/patients', 'requester');
    await signInAt(coordinator, clinic, '/coordinator', 'coordinator');
    await signInAt(expert, clinic, '/expert', 'expert1');
    await coordinator.locator('[data-line=live]').waitFor();
    await expert.locator('[data-line=live]').waitFor();
  }, 180_000);

  afterAll(async () => {
    await browser?.close();
    await clinic?.stop();
  });

  test('the doctor brings the record in, and has the consent signed', async () => {
    await doctor.getByRole('button', { name: '导入病历资料' }).click();
    const bytes = Buffer.from(bundleOf(randomUUID()));
    await dropFile(doctor, '把 FHIR 文件拖到这里', { name: 'record.json', type: 'application/json', bytes });
    await doctor.getByRole('status').filter({ hasText: '新增' }).waitFor();
    await doctor.goto(new URL('/doctor/patients', clinic.url).href);
    await doctor.getByLabel('查找患者').fill('林秋禾');
    await doctor.getByRole('link', { name: '林秋禾' }).click();
    await button(doctor, '登记知情同意').click();
    await doctor.getByRole('dialog').getByRole('button', { name: '确认已签署' }).click();
    await doctor.getByRole('region', { name: '患者' }).getByText('已签知情同意').waitFor();
  });

  test('writes the request with an image, and submits it when nothing is missing', async () => {
    await button(doctor, '为林秋禾新建会诊').click();
    await doctor.waitForURL(/consultations\/[-0-9a-f]{36}/);
    id = new URL(doctor.url()).pathname.split('/').at(-1) ?? '';
    await doctor.getByLabel('希望哪个专科回答').fill('xxgnk');
    await doctor.getByRole('option', { name: '心血管内科' }).click();
    await doctor.getByLabel('想请专家解决什么问题').fill(reason);
    await doctor.getByLabel('病历摘要').fill('女，65岁，高血压病史十年，近两周收缩压持续在160至170毫米汞柱。');
    const image = { name: 'chest.dcm', type: 'application/dicom', bytes: madeUpImage(randomUUID(), new Date()) };
    await dropFile(doctor, '把影像拖到这里', image);
    await doctor.getByText('chest.dcm').filter({ hasText: '已保存' }).waitFor();
    await doctor.locator('[data-missing="0"]').waitFor();
    await button(doctor, '提交会诊').click();
    await tag(doctor, 'UNDER_REVIEW').waitFor();
    number = /HZ-[A-Z0-9]+-\d{6}-\d{3}/.exec((await doctor.locator('main').textContent()) ?? '')?.[0] ?? '';
    expect(number).not.toBe('');
  });

  test('the coordinator sees it come, lets it through and asks the best expert', async () => {
    await queued().filter({ hasText: '待审核' }).click();
    await button(coordinator, '通过审核').click();
    await queued().filter({ hasText: '待分配' }).waitFor();
    await tag(doctor, 'PENDING').waitFor();
    await button(coordinator, '邀请沈弘毅').click();
    await coordinator.getByRole('heading', { name: '已邀请的专家' }).waitFor();
  });

  test('the expert sees the invitation come, reads it on one screen and accepts', async () => {
    await expert.locator(`a[data-row="${id}"]`).filter({ hasText: reason }).click();
    await expert.getByRole('region', { name: '患者' }).filter({ hasText: '林秋禾' }).waitFor();
    await expert.getByText('Demo grey ramp').waitFor();
    await button(expert, '接受').click();
    await button(expert, '写会诊意见').waitFor();
    await tag(doctor, 'ASSIGNED').waitFor();
    await queued().filter({ hasText: '已分配' }).waitFor();
  });

  test('the session begins and ends for all three', async () => {
    await button(doctor, '开始会诊').click();
    await Promise.all([tag(expert, 'IN_PROGRESS').waitFor(), queued().filter({ hasText: '进行中' }).waitFor()]);
    await button(doctor, '结束会诊').click();
    await doctor.getByRole('dialog').getByRole('button', { name: '结束会诊' }).click();
    await Promise.all([tag(expert, 'AWAITING_OPINION').waitFor(), queued().filter({ hasText: '待出意见' }).waitFor()]);
  });

  test('the expert signs the opinion, and the doctor has it at once', async () => {
    await expert.getByLabel('诊断', { exact: true }).fill('原发性高血压2级');
    await expert.getByLabel('会诊建议').fill(advice);
    await button(expert, '核对并签署').click();
    await expert.getByRole('dialog').getByRole('button', { name: '确认签署' }).click();
    await doctor.getByText(advice).first().waitFor();
  });

  test('the doctor concludes, and it leaves the queue', async () => {
    await doctor.getByLabel('会诊结论').fill(conclusion);
    await button(doctor, '签署结论').click();
    await doctor.getByRole('dialog').getByRole('button', { name: '签署并完成会诊' }).click();
    await Promise.all([tag(doctor, 'COMPLETED').waitFor(), tag(expert, 'COMPLETED').waitFor()]);
    await queued().waitFor({ state: 'detached' });
  });

  test('what the platform has of it is what the three have done, each thing once', async () => {
    const requester = await clinic.as('requester');
    const { consultation } = await requester.run<{ consultation: unknown }>(
      `query Done($id: ID!) { consultation(id: $id) { number status conclusion opinions { advice } imagingStudies { instanceCount }
        timeline { event } } }`,
      { id },
    );
    const events = [
      'created',
      'updated',
      'submitted',
      'approved',
      'experts-invited',
      'invitation-accepted',
      'started',
      'ended',
    ];
    expect(consultation).toMatchObject({
      number,
      status: 'COMPLETED',
      conclusion,
      opinions: [{ advice }],
      imagingStudies: [{ instanceCount: 1 }],
    });
    const { timeline } = consultation as { timeline: readonly { event: string }[] };
    const told = timeline.map(({ event }) => event.replace('consultation.', ''));
    expect([...new Set(told)]).toEqual([...events, 'opinion-signed', 'completed']);
    expect(told.filter((event) => event !== 'updated')).toEqual(
      [...new Set(told)].filter((event) => event !== 'updated'),
    );
  });

  test('no window has broken the content policy or met an error', () => {
    expect(windows.flatMap(({ faults }) => faults)).toEqual([]);
  });
});
