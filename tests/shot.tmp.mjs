import { chromium } from 'playwright-core';
const base = process.env.BASE ?? 'http://127.0.0.1:4130';
const [, , user = 'expert1', ...jobs] = process.argv;
// job: name|path|width|height|lang|dark|click
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'],
});
for (const job of jobs) {
  const [name, path, w, h, lang, dark, click] = job.split('|');
  const ctx = await browser.newContext({
    viewport: { width: +w, height: +h },
    locale: 'zh-CN',
    colorScheme: dark === 'd' ? 'dark' : 'light',
  });
  const page = await ctx.newPage();
  page.on('console', (m) => {
    if (['error', 'warning'].includes(m.type())) console.log(name, m.text().slice(0, 300));
  });
  page.on('pageerror', (e) => console.log(name, 'ERR', e.message));
  await page.addInitScript((l) => localStorage.setItem('huizhen.web.language', l), lang || 'zh');
  await page.goto(base + path);
  await page.locator('input[autocomplete=username]').fill(user);
  await page.locator('input[type=password]').fill('huizhen-demo');
  await page.locator('button[type=submit]').click();
  await page.waitForTimeout(3500);
  for (const c of (click ?? '').split(';').filter(Boolean)) {
    if (c.startsWith('text=') || c.startsWith('css=')) await page.locator(c.replace('css=', '')).first().click();
    else
      await page
        .getByRole('button', { name: c })
        .or(page.getByRole('link', { name: c }))
        .first()
        .click();
    await page.waitForTimeout(1800);
  }
  const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  console.log(name, page.url(), 'title', await page.title(), 'overflow', over);
  await page.screenshot({ path: `/tmp/expert/shots/${name}.png` });
  await ctx.close();
}
await browser.close();
