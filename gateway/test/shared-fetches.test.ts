/** Equal fetches of one person at the same time go to a subgraph once, and nobody changes another's answer. */
import type { ExecutionResult } from 'graphql';
import { expect, test } from 'vitest';
import { SharedFetches } from '../src/sources/shared-fetches.ts';
import type { Fetch } from '../src/sources/subgraph-fetch.ts';

const INSTITUTION: Fetch = {
  service: 'directory',
  query:
    'query($representations: [_Any!]!) { _entities(representations: $representations) { ... on Institution { name } } }',
  operationName: undefined,
  variables: { representations: [{ __typename: 'Institution', id: '1' }] },
};

/** Answers that come when the test says so. */
function ground() {
  const sent: { answer(name: string): void; fail(): void }[] = [];
  const fetches = new SharedFetches();
  const asker = (rights: string, signal?: AbortSignal) =>
    fetches.through(
      () => {
        const { promise, resolve, reject } = Promise.withResolvers<ExecutionResult>();
        sent.push({
          answer: (name) => resolve({ data: { _entities: [{ name }] } }),
          fail: () => reject(new Error('away')),
        });
        return promise;
      },
      { rights, signal },
    );
  return { fetches, sent, asker };
}

test('of two operations go as one, and each has an answer of its own', async () => {
  const { sent, asker } = ground();
  const [first, second] = [asker('wang')(INSTITUTION), asker('wang')(INSTITUTION)];
  sent[0]?.answer('青山镇卫生院');
  const answers = await Promise.all([first, second]);
  expect(sent).toHaveLength(1);
  expect(answers[0]).toEqual(answers[1]);
  Object.assign(answers[0]?.data ?? {}, { _entities: [] });
  expect(answers[1]?.data).toEqual({ _entities: [{ name: '青山镇卫生院' }] });
});

test('of different people, or for different entities, go apart', () => {
  const { sent, asker } = ground();
  void asker('wang')(INSTITUTION);
  void asker('li')(INSTITUTION);
  void asker('wang')({ ...INSTITUTION, variables: { representations: [{ __typename: 'Institution', id: '2' }] } });
  expect(sent).toHaveLength(3);
});

test('go again after the answer, and after a change that somebody was told of', async () => {
  const { fetches, sent, asker } = ground();
  const before = asker('wang')(INSTITUTION);
  fetches.changed();
  const after = asker('wang')(INSTITUTION);
  sent[0]?.answer('old');
  sent[1]?.answer('new');
  expect((await before).data).toEqual({ _entities: [{ name: 'old' }] });
  expect((await after).data).toEqual({ _entities: [{ name: 'new' }] });
  void asker('wang')(INSTITUTION);
  expect(sent).toHaveLength(3);
});

test('fail together; but whoever joined one that was given up asks again', async () => {
  const { sent, asker } = ground();
  const both = Promise.allSettled([asker('wang')(INSTITUTION), asker('wang')(INSTITUTION)]);
  sent[0]?.fail();
  expect((await both).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(sent).toHaveLength(1);

  const leaving = new AbortController();
  const [gone, waiting] = [asker('wang', leaving.signal)(INSTITUTION), asker('wang')(INSTITUTION)];
  leaving.abort();
  sent[1]?.fail();
  await expect(gone).rejects.toThrow('away');
  sent[2]?.answer('back');
  expect((await waiting).data).toEqual({ _entities: [{ name: 'back' }] });
});
