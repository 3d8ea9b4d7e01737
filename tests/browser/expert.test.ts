/** The expert's pages in a real browser, on the whole platform: who waits for me, one request on one screen, and what I sign. */
import pg from 'pg';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seriousFaults } from '../harness/axe.ts';
import { type Window, launchBrowser, openWindow, sidewaysPixels, signInAt, tabTo } from '../harness/browser.ts';
import { type Clinic, openClinic } from '../harness/clinic.ts';
import { invited } from '../harness/invited.ts';
import { step } from '../harness/main-job.ts';
import { findPeer } from '../harness/peers.ts';

const chromium = findPeer('chromium');

interface Told {
  status: string;
  timeline: { event: string }[];
  invitations: { status: string; declineReason: string | null; declineNote: string | null }[];
  opinions: { version: number; diagnosis: string; advice: string }[];
}

// Limits, not waits: a browser on a busy machine takes its time.
describe.skipIf(chromium.missing)(`the expert’s pages in a browser${chromium.why}`, { timeout: 60_000 }, () => {
  let clinic: Clinic;
  let browser: Browser;
  let window: Window;
  let page: Page;

  const row = (id: string, of = page) => of.locator(`a[data-row="${id}"]`);
  const button = (name: string, of = page) => of.getByRole('button', { name, exact: true });
  const open = (path: string, of = page) => of.goto(new URL(path, clinic.url).href);
  const told = async (id: string) => {
    const { consultation } = await (
      await clinic.as('coordinator')
    ).run<{ consultation: Told }>(
      `query Told($id: ID!) { consultation(id: $id) { status timeline { event } invitations { status declineReason declineNote }
        opinions { version diagnosis advice } } }`,
      { id },
    );
    return consultation;
  };
  const accepted = async () => {
    const asked = await invited(clinic, ['expert1']);
    await step.accept(await clinic.as('expert1'), asked.id);
    return asked;
  };

  beforeAll(async () => {
    clinic = await openClinic({ environment: { NODE_ENV: 'development' } });
    browser = await launchBrowser(chromium);
    window = await openWindow(browser);
    page = window.page;
    await signInAt(page, clinic, '/expert', 'expert1');
    await page.getByRole('heading', { name: '专家工作台' }).waitFor();
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await clinic?.stop();
  });

  test('whoever is away is not on duty for the coordinator, and is again when back', async () => {
    const other = await openWindow(browser);
    await signInAt(other.page, clinic, '/coordinator', 'coordinator');
    const onDuty = other.page.getByRole('complementary').getByText('沈弘毅');
    await onDuty.waitFor();
    await page.getByRole('switch', { name: '在线状态' }).click();
    await page.locator('[data-presence=away]').waitFor();
    await page.getByText('会排在在线专家之后').waitFor();
    await other.page.reload();
    await other.page.getByRole('complementary').getByRole('heading', { name: '在线专家' }).waitFor();
    await expect.poll(() => onDuty.count()).toBe(0);
    await page.getByRole('switch', { name: '在线状态' }).click();
    await page.locator('[data-presence=online]').waitFor();
    await other.page.reload();
    await onDuty.waitFor();
    await other.page.close();
  });

  test('an invitation appears by itself with its clock, and the tab counts it', async () => {
    const before = Number(/^\((\d+)\)/.exec(await page.title())?.[1] ?? 0);
    const { id } = await invited(clinic, ['expert1']);
    await row(id)
      .filter({ hasText: /紧急.*林秋禾.*血压控制不佳.*剩 \d\d:\d\d/ })
      .waitFor();
    await expect.poll(() => page.title()).toMatch(new RegExp(`^\\(${before + 1}\\) `));
  });

  test('a sound for a new one is off until wanted, and the wish is remembered', async () => {
    const sound = page.getByRole('switch', { name: '新邀请提示音' });
    expect(await sound.getAttribute('aria-checked')).toBe('false');
    await sound.click();
    await page.reload();
    await page.getByText('提示音已开').waitFor();
    await sound.click();
  });

  test('an invitation that another expert has taken leaves the desk by itself', async () => {
    const { id } = await invited(clinic, ['expert1', 'expert2']);
    await row(id).waitFor();
    await step.accept(await clinic.as('expert2'), id);
    await expect.poll(() => row(id).count()).toBe(0);
  });

  test('one screen shows whose it is, the question, the courses of results, and the images', async () => {
    await page.getByRole('link', { name: /马秀兰.*进行中/ }).click();
    await page.getByRole('region', { name: '患者' }).filter({ hasText: '青霉素' }).waitFor();
    await page.getByRole('heading', { name: '今晨胸闷20分钟', exact: false }).waitFor();
    await page.getByText('向左肩放射').waitFor();
    const findings = page.getByRole('region', { name: '检验、病史与影像' });
    await findings.getByRole('img').first().waitFor();
    await findings.getByText('1 个序列').waitFor();
    await button('用阅片软件打开').click();
    await findings.getByText('本页不带阅片器').waitFor();
    expect(await findings.getByText('/dicom-web', { exact: false }).count()).toBeGreaterThan(0);
  });

  test('where no video server is configured, the call says so, and that it goes on in writing', async () => {
    await button('进入视频会诊').click();
    await page.getByRole('note').filter({ hasText: '这里没有配置视频服务' }).waitFor();
    await page.getByText('都可以用文字完成').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await button('收起视频').click();
  });

  test('declining asks for a reason, says what follows, and is told to the coordinator', async () => {
    const { id, number } = await invited(clinic, ['expert1']);
    await open(`/expert/${id}`);
    await button('拒绝').click();
    const dialog = page.getByRole('dialog', { name: `拒绝 ${number}` });
    await dialog.getByRole('radio', { name: '其他' }).check();
    expect(await dialog.getByRole('button', { name: '拒绝' }).isDisabled()).toBe(true);
    await dialog.getByRole('radio', { name: '专业不符' }).check();
    await dialog.getByText('立刻另找合适的专家').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await dialog.getByRole('textbox').fill('以头晕为主，请转神经内科');
    await dialog.getByRole('button', { name: '拒绝' }).dblclick();
    await page
      .getByRole('status')
      .filter({ hasText: `已拒绝 ${number}` })
      .waitFor();
    expect((await told(id)).invitations[0]).toEqual({
      status: 'DECLINED',
      declineReason: 'WRONG_SPECIALTY',
      declineNote: '以头晕为主，请转神经内科',
    });
  });

  test('accepting happens once, however often it is pressed', async () => {
    const { id } = await invited(clinic, ['expert1']);
    await open(`/expert/${id}`);
    await button('接受').dblclick();
    await button('写会诊意见').waitFor();
    const { status, timeline } = await told(id);
    expect(status).toBe('ASSIGNED');
    expect(timeline.filter(({ event }) => event === 'consultation.invitation-accepted')).toHaveLength(1);
  });

  test('who comes second is told who was first and when', async () => {
    const { id } = await invited(clinic, ['expert1', 'expert2']);
    const late = await openWindow(browser);
    // Its line is so slow that the news has not come when the button is pressed.
    await late.page.routeWebSocket(/graphql/, () => undefined);
    await signInAt(late.page, clinic, `/expert/${id}`, 'expert2');
    await button('接受', late.page).waitFor();
    await step.accept(await clinic.as('expert1'), id);
    await button('接受', late.page).click();
    await late.page.getByRole('heading', { name: /^沈弘毅主任医师已于 \d\d:\d\d 接受此会诊$/ }).waitFor();
    await late.page.getByText('已分配').waitFor();
    expect(await late.page.getByText('林秋禾').count()).toBe(0);
    expect(await seriousFaults(late.page)).toEqual([]);
    await late.page.close();
  });

  test('an opinion survives a reload, is shown before it is signed, and is signed once', async () => {
    const { id } = await accepted();
    await open(`/expert/${id}`);
    await page.getByText('还缺：诊断、会诊建议').waitFor();
    await page.getByLabel('诊断', { exact: true }).fill('原发性高血压2级');
    await page.getByLabel('会诊建议').fill('加用缬沙坦80毫克每日一次，两周后复查血钾。');
    await page.reload();
    expect(await page.getByLabel('诊断', { exact: true }).inputValue()).toBe('原发性高血压2级');
    await page.getByLabel('疾病编码', { exact: false }).fill('yfxgxy');
    await page.getByRole('option').first().click();
    await button('核对并签署').click();
    const dialog = page.getByRole('dialog', { name: '签署会诊意见', exact: false });
    await dialog.getByText('加用缬沙坦80毫克').waitFor();
    await dialog.getByText('签署人：沈弘毅 主任医师').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await dialog.getByRole('button', { name: '确认签署' }).dblclick();
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('article').getByText('原发性高血压2级').waitFor();
    expect((await told(id)).opinions).toHaveLength(1);
  });

  test('a later version is signed beside the one in force, and both stay readable', async () => {
    const { id } = await accepted();
    await step.signOpinion(await clinic.as('expert1'), id);
    await step.complete(await clinic.as('requester'), id);
    await open(`/expert/${id}`);
    await button('补充第 2 版').click();
    await page.getByLabel('会诊建议').fill('改用缬沙坦160毫克每日一次。');
    await button('核对并签署').click();
    const dialog = page.getByRole('dialog', { name: '签署会诊意见', exact: false });
    await dialog.getByRole('region', { name: '第 1 版（旧）' }).getByText('缬沙坦80毫克').waitFor();
    await dialog.getByRole('region', { name: '第 2 版' }).getByText('缬沙坦160毫克').waitFor();
    await dialog.getByRole('button', { name: '确认签署' }).click();
    await page.getByRole('article').filter({ hasText: '第 2 版' }).getByText('缬沙坦160毫克').waitFor();
    await page.getByRole('article').filter({ hasText: '第 1 版（旧）' }).getByText('缬沙坦80毫克').waitFor();
    expect((await told(id)).opinions.map(({ version }) => version)).toEqual([1, 2]);
  });

  test('the keyboard alone leads from the desk to an acceptance', async () => {
    const { id } = await invited(clinic, ['expert1']);
    await open('/expert');
    await row(id).waitFor();
    await tabTo(page, row(id));
    await page.keyboard.press('Enter');
    await button('接受').waitFor();
    await tabTo(page, button('接受'));
    await page.keyboard.press('Enter');
    await button('写会诊意见').waitFor();
    expect((await told(id)).status).toBe('ASSIGNED');
  });

  test('where patients cannot be read, the question still can, and be answered', async () => {
    const { id } = await invited(clinic, ['expert1']);
    await withoutPatients(clinic, async () => {
      await open(`/expert/${id}`);
      await page.getByRole('heading', { name: '血压控制不佳', exact: false }).waitFor();
      await page.getByRole('note').filter({ hasText: '暂时看不到' }).first().waitFor();
      await button('接受').waitFor();
      await open('/expert');
      await row(id).filter({ hasText: '血压控制不佳' }).waitFor();
    });
  });

  test('a phone shows both pages without moving sideways, with the answer in reach', async () => {
    const { id } = await invited(clinic, ['expert1']);
    await page.setViewportSize({ width: 375, height: 667 });
    await open('/expert');
    await row(id).waitFor();
    expect(await sidewaysPixels(page)).toBe(0);
    await row(id).click();
    await page.getByRole('region', { name: '患者' }).filter({ hasText: '林秋禾' }).waitFor();
    expect(await sidewaysPixels(page)).toBe(0);
    const place = await button('接受').boundingBox();
    expect(place && place.y + place.height).toBeLessThanOrEqual(667);
    await page.setViewportSize({ width: 1280, height: 800 });
  });

  test('no page has a serious fault, in Chinese by day or in English by night', async () => {
    const { id } = await accepted();
    for (const path of ['/expert', `/expert/${id}`]) {
      await open(path);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.getByText('正在读取').waitFor({ state: 'detached' });
      expect(await seriousFaults(page)).toEqual([]);
    }
    await page.emulateMedia({ colorScheme: 'dark' });
    await button('English').click();
    await button('Write the opinion').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await open('/expert');
    await page.getByRole('heading', { name: 'Waiting for your answer' }).waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await button('中文').click();
  });

  test('asked nobody but its own server, and broke no content policy', () => {
    expect([...window.asked].filter((host) => host !== 'inline')).toEqual([new URL(clinic.url).host]);
    expect(window.faults).toEqual([]);
  });
});

/** The patients subgraph finds nothing where its tables were, until it is over. */
async function withoutPatients({ databaseUrl }: Clinic, look: () => Promise<void>): Promise<void> {
  const database = new pg.Client({ connectionString: databaseUrl });
  await database.connect();
  await database.query('ALTER SCHEMA patients RENAME TO patients_away');
  try {
    await look();
  } finally {
    await database.query('ALTER SCHEMA patients_away RENAME TO patients');
    await database.end();
  }
}
