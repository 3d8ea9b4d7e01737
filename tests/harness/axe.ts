/** What axe-core holds against a page, serious things only, one line each. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { z } from 'zod';

const script = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

const results = z.object({
  violations: z.array(
    z.object({
      id: z.string(),
      impact: z.string().nullish(),
      nodes: z.array(z.object({ html: z.string(), failureSummary: z.string().nullish() })),
    }),
  ),
});

const serious = ['serious', 'critical'];

/** What fades in has another contrast until it is there. */
const standsStill = `Promise.allSettled(document.getAnimations()
  .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity).map(({ finished }) => finished))`;

/** The script is run by the debugger, which the page's content policy does not concern. */
export async function seriousFaults(page: Page): Promise<string[]> {
  await page.evaluate(await readFile(script, 'utf8'));
  await page.evaluate(standsStill);
  const told: unknown = await page.evaluate('axe.run({ resultTypes: ["violations"] })');
  const { violations } = results.parse(told);
  return violations
    .filter(({ impact }) => serious.includes(impact ?? ''))
    .flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary ?? ''}`));
}
