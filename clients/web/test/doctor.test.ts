/** What the doctor's pages decide by themselves: which consultation waits for whom, what is to be saved, and lines of results. */
import { describe, expect, test } from 'vitest';
import type { Result } from '../src/shared/record/results.ts';
import { type Case, casesAfter, sorted } from '../src/workspaces/doctor/home/my-cases.ts';
import { renewed } from '../src/workspaces/doctor/home/use-steady.ts';
import { type RequestText, changesTo, readText } from '../src/workspaces/doctor/request/request-text.ts';
import { holds, lineOf, withLine, withoutLine } from '../src/workspaces/doctor/request/result-words.ts';

function aCase(id: string, more: Partial<Case> = {}): Case {
  return {
    id,
    number: `HZ-QS01-261120-${id}`,
    status: 'PENDING',
    urgency: 'ROUTINE',
    specialty: '心血管内科',
    respondBy: null,
    submittedAt: null,
    updatedAt: '2026-11-20T06:00:00Z',
    overdue: false,
    availableActions: [],
    requester: { id: 'me', name: '李慧敏' },
    patient: { id: 'p', name: '林秋禾', birthDate: '1961-04-12' },
    ...more,
  };
}

describe('the doctor’s consultations', () => {
  test('wait for the doctor, for others, or are a colleague’s, by what the server lets the doctor do', () => {
    const cases = [
      aCase('1', { status: 'DRAFT', availableActions: ['UPDATE', 'SUBMIT', 'CANCEL'] }),
      aCase('2', { status: 'AWAITING_OPINION', availableActions: ['COMPLETE'] }),
      aCase('3', { status: 'AWAITING_OPINION' }),
      aCase('4', { status: 'RETURNED', availableActions: ['UPDATE', 'SUBMIT'] }),
      aCase('5', { requester: { id: 'other', name: '马志远' } }),
      aCase('6', { requester: { id: 'other', name: '马志远' }, status: 'DRAFT' }),
      aCase('7', { status: 'ASSIGNED', availableActions: ['START'] }),
    ];
    const { mine, waiting, colleagues } = sorted(cases, 'me');
    expect(mine.map(({ it, step }) => `${it.id} ${step}`)).toEqual(['4 mend', '2 conclude', '7 start', '1 write']);
    expect(waiting.map(({ it }) => it.id)).toEqual(['3']);
    expect(colleagues.map(({ it }) => it.id)).toEqual(['5']);
  });

  test('the more urgent stands before the other', () => {
    const cases = [aCase('1'), aCase('2', { urgency: 'CRITICAL' }), aCase('3', { urgency: 'URGENT' })];
    expect(sorted(cases, 'me').waiting.map(({ it }) => it.id)).toEqual(['2', '3', '1']);
  });

  test('stand where they stood while somebody points at them, and say what is new', () => {
    const before = sorted([aCase('1'), aCase('2')], 'me');
    const after = sorted(
      [aCase('1', { status: 'AWAITING_OPINION', availableActions: ['COMPLETE'] }), aCase('3')],
      'me',
    );
    const { mine, waiting } = renewed(before, after);
    expect(mine).toEqual([]);
    expect(waiting.map(({ it, step }) => `${it.id} ${it.status} ${step}`)).toEqual([
      '1 AWAITING_OPINION conclude',
      '2 PENDING null',
    ]);
  });

  test('follow the queue: a snapshot replaces all, what left is gone', () => {
    const event = (kind: 'SNAPSHOT' | 'ENTERED' | 'CHANGED' | 'LEFT', ...consultations: Case[]) => ({
      cursor: '1',
      kind,
      consultations,
    });
    const first = casesAfter(new Map([['0', aCase('0')]]), event('SNAPSHOT', aCase('1')));
    const second = casesAfter(first, event('ENTERED', aCase('2')));
    expect([...casesAfter(second, event('LEFT', aCase('1', { status: 'CANCELLED' }))).keys()]).toEqual(['2']);
  });
});

describe('what is typed', () => {
  const saved: RequestText = {
    kind: 'CONSULTATION',
    urgency: 'ROUTINE',
    specialty: '',
    diseaseCode: '',
    reason: '',
    summary: '',
  };

  test('is sent as far as it differs from what is saved, but not what was just refused', () => {
    const text = { ...saved, diseaseCode: 'flu', reason: '胸痛' };
    expect(changesTo(saved, text, {})).toEqual({ diseaseCode: 'flu', reason: '胸痛' });
    expect(changesTo(saved, text, { diseaseCode: 'flu' })).toEqual({ reason: '胸痛' });
    expect(changesTo(saved, { ...text, diseaseCode: 'I10' }, { diseaseCode: 'flu' })).toMatchObject({
      diseaseCode: 'I10',
    });
    expect(changesTo(saved, saved, {})).toEqual({});
  });

  test('is taken up again only when it is a request', () => {
    expect(readText(saved)).toEqual(saved);
    for (const other of [null, 'x', {}, { ...saved, kind: 'LUNCH' }, { ...saved, summary: 3 }])
      expect(readText(other)).toBeUndefined();
  });
});

describe('a ticked result', () => {
  const result: Result = {
    code: '14771-0',
    name: '空腹血糖',
    unit: 'mmol/L',
    value: 7.2,
    text: null,
    at: '2026-11-01T01:00:00Z',
    points: [],
    range: { low: 3.9, high: 6.1 },
    mark: '↑',
  };

  test('is a line of its own, with its mark, range and day', () => {
    expect(lineOf(result, { range: '参考' })).toBe('空腹血糖 7.2 mmol/L ↑（参考 3.9–6.1，2026-11-01）');
    expect(lineOf({ ...result, value: null, text: '阴性', range: null, mark: '', at: null }, { range: '参考' })).toBe(
      '空腹血糖 阴性',
    );
  });

  test('goes in once and comes out again, and what the doctor wrote stays', () => {
    const line = lineOf(result, { range: '参考' });
    const written = '多饮多尿半年。';
    const ticked = withLine(withLine(written, line), line);
    expect(ticked).toBe(`${written}\n${line}`);
    expect(holds(ticked, line)).toBe(true);
    expect(withoutLine(ticked, line)).toBe(written);
    expect(withLine('', line)).toBe(line);
  });
});
