/** The patient's pages in a real browser, on the whole platform: on a phone and on a desk, with the doctors at work meanwhile. */
import { withClient } from '@huizhen/platform/database/with-client';
import { demoId } from '@huizhen/schema/demo-ids';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seriousFaults } from '../harness/axe.ts';
import { type Window, launchBrowser, openWindow, signInAt } from '../harness/browser.ts';
import { type Clinic, openClinic } from '../harness/clinic.ts';
import { newPatientAccount } from '../harness/new-patient-account.ts';
import { findPeer } from '../harness/peers.ts';

const chromium = findPeer('chromium');

const phone = { viewport: { width: 375, height: 812 } };
const desk = { viewport: { width: 1280, height: 800 } };
const patientId = demoId('patient', 1);
/** Of the demo: under way with expert1, and one that was concluded a month ago. */
const underWay = demoId('consultation', 14);
const concluded = demoId('consultation', 19);

const pages = [
  ['/patient', '今天', 'Today'],
  [`/patient/consultations/${concluded}`, '远程会诊 · 心血管内科', 'Consultation · 心血管内科'],
  [`/patient/consultations/${underWay}/call`, '会诊室', 'Consultation room'],
  ['/patient/record', '我的病历', 'My record'],
  ['/patient/bills', '账单', 'Bills'],
  ['/patient/consents', '同意书', 'Consents'],
  ['/patient/accesses', '谁看过我的病历', 'Who saw my record'],
] as const;

// Limits, not waits: a browser on a busy machine takes its time.
describe.skipIf(chromium.missing)(`the patient’s pages in a browser${chromium.why}`, { timeout: 90_000 }, () => {
  let clinic: Clinic;
  let browser: Browser;
  let window: Window;
  let page: Page;

  beforeAll(async () => {
    clinic = await openClinic({ environment: { NODE_ENV: 'development', LOG_LEVEL: 'silent' } });
    browser = await launchBrowser(chromium);
    window = await signedIn(phone);
    page = window.page;
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await clinic?.stop();
  });

  async function signedIn(options: BrowserContextOptions, username = 'patient'): Promise<Window> {
    const opened = await openWindow(browser, { hasTouch: options === phone, ...options });
    await signInAt(opened.page, clinic, '/patient', username);
    await opened.page.getByRole('heading', { level: 1, name: '今天' }).waitFor();
    return opened;
  }

  async function visit(path: string, heading: string, at = page): Promise<void> {
    await at.goto(new URL(path, clinic.url).href);
    await at.getByRole('heading', { level: 1, name: heading, exact: true }).waitFor();
    await expect.poll(() => at.getByText(/^(正在读取…|Loading…)$/).count()).toBe(0);
  }

  test('today begins with what is under way, in plain words, and leads into the room', async () => {
    const first = page.locator('main section').first();
    await first.filter({ hasText: '正在为您会诊' }).waitFor();
    expect(await first.textContent()).toContain('接下来');
    expect(await first.getByRole('link', { name: '进入会诊室' }).getAttribute('href')).toContain(underWay);
    await page.getByText('待付 90.00 元').waitFor();
    await page.getByText('录音录像的同意书快到期了').waitFor();
    await page.getByRole('heading', { name: '最近的检查结果' }).waitFor();
  });

  test('today follows what the doctors do, without being asked', async () => {
    const waits = page.locator('main section').filter({ hasText: '复诊' });
    await waits.filter({ hasText: '正在准备会诊申请' }).waitFor();
    await page.locator('[data-line=live]').waitFor();
    const requester = await clinic.as('requester');
    await requester.run('mutation S($input: ConsultationInput!) { submitConsultation(input: $input) { id } }', {
      input: { consultationId: demoId('consultation', 1) },
    });
    await waits.filter({ hasText: '已提交，正在等会诊中心审核' }).waitFor();
  });

  test('a consultation shows who asks whom, the conclusion and the opinion as they were written, and explains words', async () => {
    await visit(`/patient/consultations/${concluded}`, '远程会诊 · 心血管内科');
    const text = (await page.locator('main').textContent()) ?? '';
    for (const part of ['青山镇卫生院', '沈弘毅主任医师的意见', '预约四周后复查血脂和肝酶', '现在该做什么'])
      expect(text).toContain(part);
    await page.getByText('不是对您病情的判断').waitFor();
    await page.locator('dt', { hasText: '劳力性心绞痛' }).waitFor();
    expect(await page.locator('li[data-state=done]').count()).toBe(6);
  });

  test('a bill’s parts add up, and it says why in Chinese and in English', async () => {
    await visit('/patient/bills', '账单');
    const bill = page.locator('main section').filter({ hasText: '待付' });
    const [fee = 0, insured = 0, subsidy = 0, mine = 0] = (await bill.locator('dd').allTextContents()).map(inFen);
    expect(fee + insured + subsidy).toBe(mine);
    expect(mine).toBe(9_000);
    await bill.getByText('为什么是这个金额').click();
    await bill.getByText('每次最多报 200.00 元，所以医保支付 200.00 元').waitFor();
    await page.getByRole('button', { name: 'English' }).click();
    const inEnglish = page.getByText('at most 200.00 yuan each time, so it pays 200.00 yuan');
    await inEnglish.filter({ visible: true }).waitFor();
    await page.getByRole('button', { name: '中文' }).click();
    await page.getByRole('heading', { level: 1, name: '账单' }).waitFor();
  });

  test('who saw my record: the doctor who just looked is there, by name, hospital and what was looked at', async () => {
    const doctor = await clinic.as('requester');
    await doctor.run('query R($id: ID!) { patient(id: $id) { record { conditions { nodes { text } } } } }', {
      id: patientId,
    });
    await visit('/patient/accesses', '谁看过我的病历');
    const entry = page.locator('[data-access]').filter({ hasText: '李慧敏主治医师' });
    await entry.first().waitFor();
    const told = (await entry.allTextContents()).join(' ');
    for (const part of ['青山镇卫生院', '申请医生', '诊断']) expect(told).toContain(part);
    await page.locator('[data-access]').filter({ hasText: '会诊专家' }).waitFor();
    expect(await page.locator('[data-access]').filter({ hasText: '马秀兰' }).count()).toBe(0);
  });

  test('the record says in words what is high, and gives the usual range', async () => {
    await visit('/patient/record', '我的病历');
    await page.getByText('青霉素').waitFor();
    const creatinine = page.locator('li').filter({ hasText: '血肌酐' });
    expect(await creatinine.textContent()).toMatch(/偏高.*正常范围 41–73/);
  });

  test.each(['zh light 375', 'en dark 375', 'zh light 1280', 'en dark 1280'])(
    'has no serious fault, does not scroll sideways, and is easy to touch: %s',
    async (look) => {
      const [language, colorScheme, width] = look.split(' ');
      const other = await signedIn(width === '375' ? phone : desk);
      await other.page.emulateMedia({ colorScheme: colorScheme === 'dark' ? 'dark' : 'light' });
      if (language === 'en') {
        await other.page.getByRole('button', { name: 'English' }).click();
        await other.page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
      }
      for (const [path, zh, en] of pages) {
        await visit(path, language === 'en' ? en : zh, other.page);
        await settled(other.page);
        expect(await seriousFaults(other.page), path).toEqual([]);
        expect(await other.page.evaluate(sideways), path).toBe(false);
        if (width === '375') expect(await other.page.evaluate(smallTargets), path).toEqual([]);
      }
      expect(other.faults).toEqual([]);
      await other.page.context().close();
    },
  );

  test('a consent is given by keyboard alone: the text first, then the name', async () => {
    await visit('/patient/consents', '同意书');
    const research = page.locator('main section').filter({ hasText: '您没有同意这件事' }).getByRole('button');
    await research.focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.filter({ hasText: '可以用于医学研究' }).waitFor();
    expect(await dialog.getByLabel('签署人姓名').inputValue()).toBe('马秀兰');
    await expect.poll(() => page.evaluate(smallTargets)).toEqual([]);
    await dialog.getByRole('button', { name: '签署同意' }).focus();
    await page.keyboard.press('Enter');
    const given = page.locator('[data-consent=RESEARCH]');
    await given.filter({ hasText: '有效' }).waitFor();
    await dialog.waitFor({ state: 'detached' });
    expect(await given.textContent()).toContain('马秀兰');
  });

  test('withdrawing asks once, then says so, and the experts do not see the consultation any more', async () => {
    const expert = await clinic.as('expert1');
    const question = 'query C($id: ID!) { consultation(id: $id) { reason } }';
    expect((await expert.answer(question, { id: underWay })).errors).toBeUndefined();
    const consent = page.locator('[data-consent=REMOTE_CONSULTATION]');
    await consent.getByRole('button', { name: '撤回同意' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.filter({ hasText: '专家马上看不到您的资料' }).waitFor();
    await dialog.filter({ hasText: '撤回只管以后' }).waitFor();
    expect((await expert.answer(question, { id: underWay })).errors).toBeUndefined();
    await dialog.getByRole('button', { name: '确认撤回' }).dblclick();
    await page.locator('main section').filter({ hasText: '不再有效的同意书' }).filter({ hasText: '已撤回' }).waitFor();
    expect(await consent.count()).toBe(0);
    await expect
      .poll(async () => (await expert.answer(question, { id: underWay })).errors?.[0]?.extensions?.['code'])
      .toBe('NOT_FOUND');
    await visit('/patient', '今天');
    await page.getByText('您已撤回同意，会诊停在这里').first().waitFor();
    await page.getByText('会诊需要您的同意').waitFor();
  });

  test('a new patient without anything is told so on each page, and what will be there', async () => {
    const username = await newPatientAccount(clinic);
    const other = await signedIn(phone, username);
    for (const [path, heading, words] of [
      ['/patient', '今天', '您现在没有会诊'],
      ['/patient/bills', '账单', '还没有账单'],
      ['/patient/record', '我的病历', '还没有检查检验结果'],
      ['/patient/consents', '同意书', '您没有同意这件事'],
    ] as const) {
      await visit(path, heading, other.page);
      await other.page.getByText(words).first().waitFor();
    }
    await other.page.context().close();
  });

  test('while billing is away the rest of the page stands, and the bill comes back by itself', async () => {
    const away = await withoutBilling(clinic);
    try {
      await visit('/patient', '今天');
      await page.getByRole('note').filter({ hasText: '账单暂时看不到' }).waitFor();
      await page.getByRole('heading', { name: '以前的会诊' }).waitFor();
      await page.getByRole('heading', { name: '最近的检查结果' }).waitFor();
    } finally {
      await away.back();
    }
    await page.getByText('待付 90.00 元').waitFor({ timeout: 40_000 });
  });

  test('a network that is cut is told, and what was read stays', async () => {
    await visit('/patient/bills', '账单');
    await page.getByText('您支付').first().waitFor();
    await page.context().setOffline(true);
    await page.getByRole('alert').filter({ hasText: '网络已断开' }).waitFor();
    expect(await page.getByText('您支付').first().isVisible()).toBe(true);
    await page.context().setOffline(false);
  });

  test('asked nobody but its own server, and broke no content policy', () => {
    expect([...window.asked].filter((host) => host !== 'inline')).toEqual([new URL(clinic.url).host]);
    expect(window.faults).toEqual([]);
  });
});

/** As if billing had lost its tables. */
async function withoutBilling({ databaseUrl }: Clinic): Promise<{ back(): Promise<void> }> {
  const rename = (from: string, to: string) =>
    withClient(databaseUrl, async (client) => void (await client.query(`ALTER SCHEMA ${from} RENAME TO ${to}`)));
  await rename('billing', 'billing_away');
  return { back: () => rename('billing_away', 'billing') };
}

/** 90.00 元 and − 200.00 as fen. */
function inFen(text: string): number {
  const digits = Number(text.replaceAll(/[^\d]/g, ''));
  return text.includes('−') ? -digits : digits;
}

async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle').catch(() => undefined);
}

/** Scripts of the page, whose world the tests do not share. */
const sideways = `document.documentElement.scrollWidth > innerWidth
  || document.querySelector('main').scrollWidth > document.querySelector('main').clientWidth`;

/** Links and buttons that a thumb would miss: lower or narrower than 44 px. */
const smallTargets = `[...document.querySelectorAll('a, button, summary, input')].flatMap((target) => {
  const { width, height } = (target.closest('label') ?? target).getBoundingClientRect();
  const unseen = width <= 1 || height <= 1;
  return unseen || (width >= 44 && height >= 44) ? [] : [target.textContent + ' ' + width + '×' + height];
})`;
