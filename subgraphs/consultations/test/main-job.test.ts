/** A consultation from the draft to its conclusion, as the people in it do it. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { consultationsAtWork, people, request, type AtWork } from './given.ts';

let at: AtWork;
beforeAll(async () => {
  at = await consultationsAtWork();
});
afterAll(() => at.stop());

const { requester, coordinator, wang, li } = people;

test('from the draft over review, invitation, call and opinion to the conclusion', async () => {
  const { on } = at;
  const { id, status, number } = await on.create(requester);
  expect(status).toBe('DRAFT');
  expect(number).toMatch(/^HZ-.+-\d{6}-\d{3}$/);
  expect(await on.submit(requester, id)).toMatchObject({ status: 'UNDER_REVIEW' });
  expect(await on.return(coordinator, id, { note: '请补充心电图' })).toMatchObject({ status: 'RETURNED' });
  expect(await on.update(requester, id, { summary: `${request.summary}心电图正常。` })).toMatchObject({
    status: 'RETURNED',
  });
  expect(await on.submit(requester, id)).toMatchObject({ status: 'UNDER_REVIEW' });
  expect(await on.approve(coordinator, id)).toMatchObject({ status: 'PENDING' });
  expect(await on.invite(coordinator, id, [wang, li])).toMatchObject({ status: 'PENDING' });
  expect(await on.accept(wang, id)).toMatchObject({ status: 'ASSIGNED' });
  expect(await on.start(requester, id)).toMatchObject({ status: 'IN_PROGRESS' });
  expect(await on.interrupt(wang, id)).toMatchObject({ status: 'INTERRUPTED' });
  expect(await on.resume(coordinator, id)).toMatchObject({ status: 'IN_PROGRESS' });
  expect(await on.end(requester, id)).toMatchObject({ status: 'AWAITING_OPINION' });
  expect(await on.sign(wang, id)).toMatchObject({ status: 'AWAITING_OPINION' });
  expect(await on.complete(requester, id)).toMatchObject({ status: 'COMPLETED' });
  const { data, errors } = await at.ask(
    people.patient,
    `query One($id: ID!) { consultation(id: $id) { status reason conclusion overdue patient { id } requester { id }
      invitations { status expert { id } } opinions { version diagnosis } timeline { event note by { id } } availableActions } }`,
    { id },
  );
  expect(errors).toBeUndefined();
  const shown = (data ?? {})['consultation'] as { timeline: { event: string }[] };
  expect(shown).toMatchObject({
    reason: request.reason,
    overdue: false,
    conclusion: '按专家意见调整用药。',
    invitations: [{ status: 'ACCEPTED' }, { status: 'WITHDRAWN' }],
    opinions: [{ version: 1, diagnosis: '原发性高血压2级' }],
    availableActions: [],
  });
  const { timeline } = shown;
  expect(timeline.map(({ event }) => event.replace('consultation.', ''))).toEqual(
    [
      'created submitted returned updated submitted approved experts-invited invitation-accepted',
      'started interrupted resumed ended opinion-signed completed',
    ].flatMap((line) => line.split(' ')),
  );
});
