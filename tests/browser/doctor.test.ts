/** The requesting doctor's pages in a real browser, on the whole platform: from finding the patient to the printed answer. */
import { randomUUID } from 'node:crypto';
import { madeUpImage } from '@huizhen/cli/imaging/made-up-image';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seriousFaults } from '../harness/axe.ts';
import { type Window, launchBrowser, openWindow, signInAt } from '../harness/browser.ts';
import { type Clinic, openClinic } from '../harness/clinic.ts';
import { bundleOf, practitionerIdOf, step } from '../harness/main-job.ts';
import { dropFile } from '../harness/drop-file.ts';
import { findPeer } from '../harness/peers.ts';

const chromium = findPeer('chromium');
/** A browser on a busy machine takes its time. */
const patiently = { timeout: 20_000 };
const summary = '女，65岁，高血压病史十年，近两周收缩压持续在160至170毫米汞柱。';

// Limits, not waits.
describe.skipIf(chromium.missing)(`the doctor’s pages in a browser${chromium.why}`, { timeout: 60_000 }, () => {
  let clinic: Clinic;
  let browser: Browser;
  let window: Window;
  let page: Page;
  let consultationId: string;

  const at = (path: string) => page.goto(new URL(path, clinic.url).href);
  const missing = () => page.locator('[data-missing]').getAttribute('data-missing');
  const tag = (status: string) => page.locator(`[data-status=${status}]`).first();

  beforeAll(async () => {
    const opened = await openClinic({ environment: { NODE_ENV: 'development' } });
    // Where the platform believes to be: that is where its upload tickets lead.
    clinic = { ...opened, url: opened.url.replace('127.0.0.1', 'localhost') };
    browser = await launchBrowser(chromium);
    // Half-faded words have half their contrast.
    window = await openWindow(browser, { reducedMotion: 'reduce' });
    page = window.page;
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await clinic?.stop();
  });

  test('the first page says what waits for the doctor, what waits for others, and who is on duty', async () => {
    await signInAt(page, clinic, '/doctor', 'requester');
    const mine = page.getByRole('region', { name: '等您处理' });
    await mine.getByRole('link').filter({ hasText: '接着写' }).waitFor();
    await page.getByRole('region', { name: '等别人处理' }).getByText('等专家接受').first().waitFor();
    await page.getByText('分钟回应').first().waitFor();
    expect(await seriousFaults(page)).toEqual([]);
  });

  test('records of another system are dropped, and what became of them is told', async () => {
    await page.getByRole('link', { name: '患者' }).click();
    await page.getByRole('button', { name: '导入病历资料' }).click();
    await dropFile(page, '把 FHIR 文件拖到这里', {
      name: 'bundle.json',
      type: 'application/json',
      bytes: Buffer.from(bundleOf(randomUUID())),
    });
    await page.getByRole('status').filter({ hasText: '新增 3 条' }).waitFor();
    await dropFile(page, '把 FHIR 文件拖到这里', {
      name: 'letter.json',
      type: 'application/json',
      bytes: Buffer.from('{}'),
    });
    await page.getByRole('alert').filter({ hasText: '这个文件不能导入' }).waitFor();
  });

  test('a patient is found by the initials of the name, and who is not there is said so', async () => {
    await page.getByLabel('查找患者').fill('lgy');
    await page.getByRole('link', { name: '李桂英' }).waitFor();
    await expect.poll(() => page.getByRole('link', { name: '马秀兰' }).count(), patiently).toBe(0);
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByLabel('查找患者').fill('nobodyatall');
    await page.getByText('没有找到这位患者').waitFor();
    await page.getByLabel('查找患者').fill('lgy');
    await page.getByRole('link', { name: '李桂英' }).click();
  });

  test('a record says by mark and word what is abnormal, and shows the course on demand', async () => {
    const abnormal = page.locator('[data-mark="↑"]').first();
    await abnormal.waitFor();
    expect(await abnormal.textContent()).toContain('↑');
    expect(await abnormal.textContent()).toContain('偏高');
    await page.getByRole('button', { name: /血肌酐/ }).click();
    await page.locator('figure canvas').waitFor();
    expect(await page.locator('figure tbody tr').count()).toBe(9);
    expect(await seriousFaults(page)).toEqual([]);
  });

  test('a consent is recorded as what it is: words, who signed, and until when', async () => {
    await at('/doctor/patients');
    await page.getByLabel('查找患者').fill('林秋禾');
    await page.getByRole('link', { name: '林秋禾' }).click();
    await page.getByText('没有有效的知情同意').waitFor();
    await page.getByRole('button', { name: '登记知情同意' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('林秋禾（或监护人）已了解').waitFor();
    expect(await dialog.getByLabel('签署人').inputValue()).toBe('林秋禾');
    expect(await seriousFaults(page)).toEqual([]);
    await dialog.getByLabel('签署人').fill('林秋实（女儿）');
    await dialog.getByRole('button', { name: '确认已签署' }).dblclick();
    await page.getByRole('region', { name: '患者' }).getByText('已签知情同意').waitFor();
  });

  test('a request is written by keyboard alone, and what is missing grows shorter by the server’s own rule', async () => {
    await page.getByRole('button', { name: '为林秋禾新建会诊' }).focus();
    await page.keyboard.press('Enter');
    await expect.poll(missing, patiently).toBe('3');
    consultationId = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    await page.getByRole('button', { name: '选择专科' }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.type('xxgnk');
    await page.getByRole('option', { name: '心血管内科' }).waitFor();
    await page.keyboard.press('Enter');
    await expect.poll(missing, patiently).toBe('2');
    await page.getByText('心血管内科专家希望看到').waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.type('I10');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    await page.keyboard.type('血压控制不佳，请指导用药');
    await expect.poll(missing, patiently).toBe('1');
    expect(await seriousFaults(page)).toEqual([]);
  });

  test('what is no code is said at the field, and the rest is saved all the same', async () => {
    await page.getByLabel('疑似疾病').fill('flu');
    await page.getByText('不是 ICD-10 编码').waitFor();
    await page.getByLabel('病历摘要').fill('女，65岁');
    await page.getByText(/已保存 \d\d:\d\d/).waitFor();
    await page.getByLabel('疑似疾病').fill('I10');
    await expect.poll(() => page.getByText('不是 ICD-10 编码').count(), patiently).toBe(0);
  });

  test('what is typed without a line is kept, and saved when it is back', async () => {
    await page.context().setOffline(true);
    await page.getByLabel('病历摘要').fill(summary);
    await page.getByText('内容已留在本机').waitFor({ timeout: 40_000 });
    await page.context().setOffline(false);
    await expect.poll(missing, patiently).toBe('0');
  });

  test('a ticked result becomes a line of the summary, and the draft is there after a reload', async () => {
    await page.getByRole('checkbox').first().check();
    expect(await page.getByLabel('病历摘要').inputValue()).toContain('收缩压 168 mmHg ↑（参考 90–139');
    await page.reload();
    await expect.poll(() => page.getByLabel('病历摘要').inputValue(), patiently).toContain(`${summary}\n收缩压 168`);
    expect(await page.getByRole('checkbox').first().isChecked()).toBe(true);
    expect(await page.getByLabel('希望哪个专科回答').inputValue()).toBe('心血管内科');
  });

  test('an image is dropped, one sees how far it has come, and that it is stored', async () => {
    // Held back until the bar was seen: on this machine it would be there and gone.
    let go = () => undefined as unknown;
    const seen = new Promise<unknown>((resolve) => (go = () => resolve(undefined)));
    await page.route('**/dicom-web/**', async (route) => {
      await seen;
      await route.continue();
    });
    await dropFile(page, '把影像拖到这里', {
      name: 'chest.dcm',
      type: 'application/dicom',
      bytes: madeUpImage(randomUUID(), new Date()),
    });
    await page.locator('progress').waitFor();
    go();
    await page.getByText('chest.dcm').filter({ hasText: '已保存' }).waitFor();
    await page.getByText('Demo grey ramp').waitFor();
    await page.unroute('**/dicom-web/**');
  });

  test('submitted once however often it is pressed, and seen as it stands', async () => {
    await page.getByRole('button', { name: '提交会诊' }).dblclick();
    await tag('UNDER_REVIEW').waitFor();
    await page.getByText('会诊中心正在审核').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
  });

  test('given back, it says why, and can be mended and submitted again', async () => {
    await step.return(await clinic.as('coordinator'), consultationId, '请补充心电图结论');
    await page.getByRole('note').filter({ hasText: '请补充心电图结论' }).waitFor();
    await page.getByLabel('病历摘要').fill(`${summary}心电图：窦性心律。`);
    await page.getByRole('button', { name: '提交会诊' }).click();
    await tag('UNDER_REVIEW').waitFor();
  });

  test('what the centre and the expert do appears by itself, down to the answer', async () => {
    const [coordinator, expert] = await Promise.all([clinic.as('coordinator'), clinic.as('expert1')]);
    await step.approve(coordinator, consultationId);
    await tag('PENDING').waitFor();
    await step.invite(coordinator, consultationId, [await practitionerIdOf(expert)]);
    await page.getByRole('heading', { name: '已邀请的专家' }).waitFor();
    await step.accept(expert, consultationId);
    await page.getByRole('button', { name: '开始会诊' }).click();
    await tag('IN_PROGRESS').waitFor();
    await page.getByRole('button', { name: '结束会诊' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '结束会诊' }).click();
    await tag('AWAITING_OPINION').waitFor();
    await step.signOpinion(expert, consultationId);
    await page.getByText('加用缬沙坦80毫克').first().waitFor();
    await page.getByText('专家已经签署意见').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
  });

  test('the conclusion survives a reload, is shown once more, and is signed', async () => {
    await page.getByLabel('会诊结论').fill('同意加用缬沙坦，两周后复查。');
    await page.reload();
    await page.getByRole('button', { name: '签署结论' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('同意加用缬沙坦，两周后复查。').waitFor();
    await dialog.getByText('李慧敏').waitFor();
    await dialog.getByRole('button', { name: '签署并完成会诊' }).dblclick();
    await tag('COMPLETED').waitFor();
    await page.getByText('补充结论').first().waitFor();
  });

  test('the answer is printed: the sheet alone, with all that a file needs', async () => {
    await page.emulateMedia({ media: 'print' });
    const sheet = await page.locator('article').filter({ hasText: '远程会诊意见书' }).innerText();
    for (const part of ['青山镇卫生院', '林秋禾', '加用缬沙坦80毫克', '同意加用缬沙坦', '沈弘毅', '主任医师', '李慧敏'])
      expect(sheet).toContain(part);
    expect(await page.getByRole('button', { name: '打印意见书' }).isVisible()).toBe(false);
    expect(await page.getByRole('navigation').isVisible()).toBe(false);
    const pdf = await page.pdf({ preferCSSPageSize: true });
    expect(pdf.subarray(0, 4).toString()).toBe('%PDF');
    expect(pdf.length).toBeGreaterThan(10_000);
    await page.emulateMedia({ media: 'screen' });
  });

  test('no page scrolls sideways on a phone, nor has it a serious fault in English and dark', async () => {
    const phone = await openWindow(browser, {
      viewport: { width: 375, height: 812 },
      colorScheme: 'dark',
      reducedMotion: 'reduce',
    });
    await signInAt(phone.page, clinic, '/doctor', 'requester');
    await phone.page.getByRole('button', { name: 'English' }).click();
    await phone.page.getByRole('heading', { name: 'My consultations' }).waitFor();
    const draft = await phone.page
      .locator('[data-case]')
      .filter({ hasText: 'Go on writing' })
      .getAttribute('data-case');
    const shown: readonly (readonly [path: string, until: string])[] = [
      ['/doctor', '[data-case]'],
      ['/doctor/patients?new', 'main a strong'],
      [`/doctor/patients/${await patientOf(clinic)}`, '[data-mark]'],
      [`/doctor/consultations/${draft}`, '[data-missing]'],
      [`/doctor/consultations/${consultationId}`, '[data-status=COMPLETED]'],
    ];
    for (const [path, until] of shown) {
      await phone.page.goto(new URL(path, clinic.url).href);
      await phone.page.locator(until).first().waitFor();
      const wide = await phone.page.evaluate<number>(
        `Math.max(document.documentElement.scrollWidth, document.querySelector('main').scrollWidth)`,
      );
      expect(wide, path).toBeLessThanOrEqual(375);
      expect(await seriousFaults(phone.page), path).toEqual([]);
    }
    expect(phone.faults).toEqual([]);
    await phone.page.close();
  });

  test('asked nobody but its own server, and broke no content policy', () => {
    expect([...window.asked].filter((host) => host !== 'inline')).toEqual([new URL(clinic.url).host]);
    expect(window.faults).toEqual([]);
  });
});

async function patientOf(clinic: Clinic): Promise<string> {
  const requester = await clinic.as('requester');
  const { patients } = await requester.run<{ patients: { nodes: { id: string }[] } }>(
    '{ patients(first: 1, search: "李桂英") { nodes { id } } }',
  );
  return patients.nodes[0]?.id ?? '';
}
