/** GraphQL over HTTP as the specification has it, audited by the auditor that its authors publish. */
import { serverAudits, type AuditResult } from 'graphql-http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openClinic, type Clinic } from '../harness/clinic.ts';

/** The rest are recommendations about GET, which protection against forged requests refuses on purpose. */
const KEPT_AT_LEAST = 55;

let clinic: Clinic;
beforeAll(async () => {
  clinic = await openClinic();
}, 120_000);
afterAll(() => clinic?.stop());

test('no requirement is broken, and recommendations are followed but for a few', async () => {
  const results: AuditResult[] = [];
  for (const audit of serverAudits({ url: clinic.url, fetchFn: fetch })) results.push(await audit.fn());
  const kept = results.filter(({ status }) => status === 'ok').length;
  process.stdout.write(`GraphQL over HTTP: ${kept} of ${results.length} audits\n`);
  expect(results.filter(({ status }) => status === 'error').map(({ name }) => name)).toEqual([]);
  expect(kept).toBeGreaterThanOrEqual(KEPT_AT_LEAST);
}, 60_000);
