import { describe, expect, test } from 'vitest';
import { SharedAnswers } from '../src/federation/shared-answers.ts';

/** Executions that end when the test says so. */
function ground() {
  const answers = new SharedAnswers<string>();
  const executions: { signal: AbortSignal; end(answer: string): void }[] = [];
  const execute = (signal: AbortSignal) => {
    const { promise, resolve } = Promise.withResolvers<string>();
    executions.push({ signal, end: resolve });
    return promise;
  };
  const ask = (key: string, signal?: AbortSignal) => answers.share(key, signal, execute);
  return { answers, executions, ask };
}

describe('equal questions at the same time', () => {
  test('are answered by one execution', async () => {
    const { answers, executions, ask } = ground();
    const asked = Promise.all([ask('queue of A'), ask('queue of A'), ask('queue of A')]);
    executions[0]?.end('answer');
    expect(await asked).toEqual(['answer', 'answer', 'answer']);
    expect(executions).toHaveLength(1);
    expect(answers.shared).toBe(2);
  });

  test('of different people are answered apart', () => {
    const { executions, ask } = ground();
    void ask('queue of A');
    void ask('queue of B');
    expect(executions).toHaveLength(2);
  });

  test('are executed again once the first has its answer: nothing is kept', async () => {
    const { executions, ask } = ground();
    const first = ask('queue of A');
    executions[0]?.end('old');
    await first;
    void ask('queue of A');
    expect(executions).toHaveLength(2);
  });

  test('are not joined after a change that somebody was told of', async () => {
    const { answers, executions, ask } = ground();
    const before = ask('queue of A');
    answers.changed();
    const after = ask('queue of A');
    executions[0]?.end('old');
    executions[1]?.end('new');
    expect([await before, await after]).toEqual(['old', 'new']);
  });

  test('end with the last of those who asked, not with the first', () => {
    const { executions, ask } = ground();
    const [first, second] = [new AbortController(), new AbortController()];
    void ask('queue of A', first.signal);
    void ask('queue of A', second.signal);
    first.abort();
    expect(executions[0]?.signal.aborted).toBe(false);
    second.abort();
    expect(executions[0]?.signal.aborted).toBe(true);
    void ask('queue of A');
    expect(executions).toHaveLength(2);
  });

  test('fail together, and are executed again afterwards', async () => {
    const answers = new SharedAnswers<string>();
    const failing = () => Promise.reject(new Error('away'));
    const asked = await Promise.allSettled([
      answers.share('q', undefined, failing),
      answers.share('q', undefined, failing),
    ]);
    expect(asked.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await answers.share('q', undefined, () => Promise.resolve('back'))).toBe('back');
  });
});
