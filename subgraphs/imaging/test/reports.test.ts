/** Who signs reports, and how one follows the other. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { draft, invite, openImaging, people, step, type OpenImaging } from './given.ts';
import { imagesIn, ISSUE, REPORTS } from './stored-study.ts';

let huizhen: OpenImaging;
beforeAll(async () => {
  huizhen = await openImaging();
}, 120_000);
afterAll(() => huizhen.close());
const { storedStudy } = imagesIn(() => huizhen);

describe('a report', () => {
  const texts = { findings: '右肺上叶见部分实性结节，约14mm。', impression: '右肺上叶结节，建议增强CT。' };

  test('is signed by the expert who accepted, and only ever amended', async () => {
    const consultationId = await draft(huizhen);
    const { studyUid } = await storedStudy({ consultationId });
    const issue = (viewer = people.radiologist, more = {}) =>
      huizhen.ask(viewer, ISSUE, { input: { studyUid, ...texts, ...more } });
    expect((await issue(people.otherExpert)).codes).toEqual(['NOT_FOUND']);
    await invite(huizhen, consultationId, people.radiologist);
    expect((await issue()).codes).toEqual(['FORBIDDEN']);
    await step(huizhen, people.radiologist, 'acceptInvitation', { consultationId });
    expect((await issue(people.radiologist, { findings: ' ' })).errors[0]?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      fields: [{ path: 'findings' }],
    });
    expect((await issue(people.radiologist, { preliminary: true })).data['issueReport']).toMatchObject({
      status: 'PRELIMINARY',
      version: 1,
    });
    const final = await issue(people.radiologist, { idempotencyKey: 'final' });
    expect(final.data['issueReport']).toMatchObject({ status: 'FINAL', version: 2, ...texts });
    expect((await issue(people.radiologist, { idempotencyKey: 'final' })).data).toEqual(final.data);
    expect((await issue(people.radiologist, { preliminary: true })).codes).toEqual(['ILLEGAL_TRANSITION']);
    const amended = await issue(people.radiologist, { impression: '结节较前增大。' });
    expect(amended.data['issueReport']).toMatchObject({ status: 'AMENDED', version: 3 });

    for (const viewer of [people.requester, people.patient, people.radiologist]) {
      const { data } = await huizhen.ask(viewer, REPORTS, { uid: studyUid });
      expect(data['imagingStudy']).toMatchObject({
        reports: [
          {
            version: 3,
            status: 'AMENDED',
            impression: '结节较前增大。',
            signedBy: { id: people.radiologist.practitionerId },
            pdfUrl: null,
          },
          { version: 2, status: 'FINAL', impression: texts.impression },
          { version: 1, status: 'PRELIMINARY' },
        ],
      });
    }
    const events = await huizhen.sql(`SELECT payload FROM events.log WHERE type = 'imaging.report-issued'`);
    expect(events).toHaveLength(3);
    expect((await issue(people.requester)).codes).toEqual(['FORBIDDEN']);
  });

  test('of two that sign at once, one follows the other', async () => {
    const consultationId = await draft(huizhen);
    const { studyUid } = await storedStudy({ consultationId });
    await invite(huizhen, consultationId, people.radiologist);
    await step(huizhen, people.radiologist, 'acceptInvitation', { consultationId });
    const issue = () => huizhen.ask(people.radiologist, ISSUE, { input: { studyUid, ...texts } });
    const answers = await Promise.all(Array.from({ length: 5 }, issue));
    const versions = answers.map(({ data }) => (data['issueReport'] as { version: number }).version);
    expect(new Set(versions)).toEqual(new Set([1, 2, 3, 4, 5]));
  });

  test('cannot be changed or removed, not even by the subgraph itself', async () => {
    for (const statement of ['UPDATE imaging.reports SET version = 9', 'DELETE FROM imaging.reports'])
      await expect(huizhen.asApp({ service: 'imaging' }, statement)).rejects.toThrow(/permission denied/);
  });

  test('comes out of DIAGNOSIS consultations; in any other the expert signs an opinion', async () => {
    const consultationId = await draft(huizhen, 'CONSULTATION');
    const { studyUid } = await storedStudy({ consultationId });
    await invite(huizhen, consultationId, people.otherExpert);
    await step(huizhen, people.otherExpert, 'acceptInvitation', { consultationId });
    const answer = await huizhen.ask(people.otherExpert, ISSUE, { input: { studyUid, ...texts } });
    expect(answer.codes).toEqual(['FORBIDDEN']);
    expect(answer.errors[0]?.message).toMatch(/opinion/);
  });
});
