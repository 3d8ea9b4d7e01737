/** The live streams: nothing missed, nothing twice, and nothing for those who may not see it. */
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { consultationsAtWork, people, type AtWork } from './given.ts';

let at: AtWork;
beforeAll(async () => {
  at = await consultationsAtWork();
});
afterAll(() => at.stop());

const { requester, coordinator, wang, li, otherRequester } = people;

const CHANGED = `subscription Changed($id: ID!, $after: String) { consultationChanged(id: $id, after: $after) {
  cursor at change { event } consultation { id status availableActions timeline { event } } } }`;
const QUEUE = `subscription Queue($filter: QueueFilter, $after: String) { consultationQueue(filter: $filter, after: $after) {
  cursor kind waiting longestWaitSeconds consultations { id status invitations { status } } } }`;

interface Change {
  cursor: string;
  change: { event: string };
  consultation: { id: string; status: string; availableActions: string[] };
}
interface Queue {
  cursor: string;
  kind: string;
  waiting: number;
  longestWaitSeconds: number;
  consultations: { id: string; status: string }[];
}
type Stream = Awaited<ReturnType<AtWork['watch']>>;
const nextOf = async <T>(stream: Stream, field: string): Promise<T> => {
  const answer = await stream.next();
  if (answer?.errors) throw Object.assign(new Error(answer.errors[0]?.message), answer.errors[0]?.extensions);
  return answer?.data?.[field] as T;
};
const nextChange = (stream: Stream) => nextOf<Change>(stream, 'consultationChanged');
const nextInQueue = (stream: Stream) => nextOf<Queue>(stream, 'consultationQueue');

describe('one consultation', () => {
  test('every change comes in order, with the state of now and what may be done next', async () => {
    const { id } = await at.on.create(requester);
    const stream = await at.watch(requester, CHANGED, { id });
    await at.on.submit(requester, id);
    expect(await nextChange(stream)).toMatchObject({
      change: { event: 'consultation.submitted' },
      consultation: { id, status: 'UNDER_REVIEW', availableActions: ['CANCEL'] },
    });
    await at.on.approve(coordinator, id);
    const { cursor, change } = await nextChange(stream);
    expect(change.event).toBe('consultation.approved');
    await stream.leave();
    await at.on.invite(coordinator, id, [wang, li]);
    await at.on.accept(wang, id);
    const resumed = await at.watch(requester, CHANGED, { id, after: cursor });
    expect((await nextChange(resumed)).change.event).toBe('consultation.experts-invited');
    expect((await nextChange(resumed)).change.event).toBe('consultation.invitation-accepted');
    await resumed.leave();
  });

  test('it is not there for those who may not see it', async () => {
    const { id } = await at.on.create(requester);
    await expect(at.watch(otherRequester, CHANGED, { id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(at.watch(requester, CHANGED, { id: at.newId() })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('the stream ends with the refusal once the viewer may no longer see it', async () => {
    const id = await at.pending([wang, li]);
    const stream = await at.watch(li, CHANGED, { id });
    await at.on.accept(wang, id);
    await expect(nextChange(stream)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await stream.next()).toBeUndefined();
  });

  test('a cursor that is none is refused', async () => {
    const { id } = await at.on.create(requester);
    await expect(at.watch(requester, CHANGED, { id, after: 'x' })).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  });
});

describe('the queue', () => {
  test('begins with a snapshot and tells what enters, changes and leaves', async () => {
    const filter = { specialty: '内分泌科' };
    const stream = await at.watch(coordinator, QUEUE, { filter });
    expect(await nextInQueue(stream)).toMatchObject({
      kind: 'SNAPSHOT',
      consultations: [],
      waiting: 0,
      longestWaitSeconds: 0,
    });
    const { id } = await at.on.create(requester, filter);
    await at.on.submit(requester, id);
    expect(await nextInQueue(stream)).toMatchObject({
      kind: 'ENTERED',
      consultations: [{ id, status: 'UNDER_REVIEW' }],
      waiting: 1,
    });
    await at.on.approve(coordinator, id);
    expect(await nextInQueue(stream)).toMatchObject({
      kind: 'CHANGED',
      consultations: [{ id, status: 'PENDING' }],
      waiting: 1,
    });
    await at.on.cancel(requester, id);
    expect(await nextInQueue(stream)).toMatchObject({
      kind: 'LEFT',
      consultations: [{ id, status: 'CANCELLED' }],
      waiting: 0,
    });
    await stream.leave();
  });

  test('an expert sees a request enter with the invitation', async () => {
    const filter = { specialty: '神经内科' };
    const stream = await at.watch(wang, QUEUE, { filter });
    expect(await nextInQueue(stream)).toMatchObject({ kind: 'SNAPSHOT', consultations: [] });
    const id = await at.pending([wang], filter);
    expect(await nextInQueue(stream)).toMatchObject({ kind: 'ENTERED', consultations: [{ id, status: 'PENDING' }] });
    await stream.leave();
  });

  test('a snapshot holds a whole province, and goes on from there', async () => {
    const filter = { specialty: '康复科' };
    const id = await at.pending([], filter);
    await copyRequest(id, 4_999);
    const stream = await at.watch(coordinator, QUEUE, { filter });
    const { kind, consultations, waiting } = await nextInQueue(stream);
    expect([kind, consultations.length, waiting]).toEqual(['SNAPSHOT', 5_000, 5_000]);
    await at.on.cancel(requester, id);
    expect(await nextInQueue(stream)).toMatchObject({ kind: 'LEFT', consultations: [{ id }], waiting: 4_999 });
    await stream.leave();
  });

  test('another institution sees nothing of it', async () => {
    const stream = await at.watch(otherRequester, QUEUE);
    const { cursor, consultations } = await nextInQueue(stream);
    expect(consultations).toEqual([]);
    await at.pending();
    await stream.leave();
    const own = await at.watch(requester, QUEUE, { after: cursor });
    expect((await nextInQueue(own)).kind).toBe('ENTERED');
    await own.leave();
  });

  test('while others write, what a snapshot holds does not come again, and what it does not hold comes', async () => {
    const filter = { specialty: '骨科' };
    const rounds = 6;
    const submitted: string[] = [];
    const writing = Promise.all(
      Array.from({ length: 4 }, async () => {
        for (let n = 0; n < rounds; n += 1) {
          const { id } = await at.on.create(requester, filter);
          await at.on.submit(requester, id);
          submitted.push(id);
        }
      }),
    );
    const watchers = await Promise.all(Array.from({ length: 5 }, () => watchUntil(filter, 4 * rounds)));
    await writing;
    for (const seen of watchers) expect(seen.toSorted()).toEqual(submitted.toSorted());
  });

  /** Every id in the order seen, once for each time that it was shown as new; reconnects now and then. */
  async function watchUntil(filter: object, wanted: number): Promise<string[]> {
    const seen: string[] = [];
    let stream = await at.watch(coordinator, QUEUE, { filter });
    while (seen.length < wanted) {
      const { kind, cursor, consultations } = await nextInQueue(stream);
      if (kind === 'SNAPSHOT' || kind === 'ENTERED') seen.push(...consultations.map(({ id }) => id));
      if (seen.length % 5 !== 0) continue;
      await stream.leave();
      stream = await at.watch(coordinator, QUEUE, { filter, after: cursor });
    }
    await stream.leave();
    return seen;
  }
});

/** The same request many times over, under ids and numbers of their own. */
async function copyRequest(id: string, times: number): Promise<void> {
  const admin = new pg.Client({ connectionString: at.urls.admin });
  await admin.connect();
  await admin.query(
    `INSERT INTO consultations.consultations
     SELECT (jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid(), 'number', c.number || '-' || n))).*
     FROM consultations.consultations c, generate_series(1, $2::int) n WHERE c.id = $1`,
    [id, times],
  );
  await admin.end();
}
