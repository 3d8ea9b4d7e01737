/** What the patient's pages make of the graph's answers: money, steps, words explained, and what of the access log is told. */
import { describe, expect, test } from 'vitest';
import { whatWasSeen } from '../src/workspaces/patient/accesses/what-was-seen.ts';
import { yuan } from '../src/workspaces/patient/bills/yuan.ts';
import { endingSoon, isInForce } from '../src/workspaces/patient/consents/in-force.ts';
import { stepsOf } from '../src/workspaces/patient/consultation/steps-of.ts';
import { termsIn } from '../src/workspaces/patient/consultation/terms-in.ts';
import { standingOf } from '../src/workspaces/patient/today/where-it-stands.ts';
import { words } from '../src/workspaces/patient/words.zh.ts';

test.each([
  [9_000, '90.00'],
  [5, '0.05'],
  [0, '0.00'],
  [123_456_789, '1,234,567.89'],
  [-1, '-0.01'],
])('%i fen are %s yuan', (fen, told) => {
  expect(yuan(fen)).toBe(told);
});

describe('the steps of a consultation', () => {
  const entry = (event: string) => ({ event, at: `2026-11-20T08:00:00.000Z`, note: null, by: null });
  const stepsAt = (status: 'RETURNED' | 'PENDING' | 'COMPLETED', ...events: string[]) =>
    stepsOf({ status, timeline: events.map((event) => entry(`consultation.${event}`)) }).map(({ state }) => state);

  test('what happened is done, the next is now, the rest is to come', () => {
    expect(stepsAt('PENDING', 'submitted', 'approved')).toEqual([
      'done',
      'done',
      'now',
      'to come',
      'to come',
      'to come',
    ]);
  });

  test('a request that was given back begins again', () => {
    expect(stepsAt('RETURNED', 'submitted', 'returned')[0]).toBe('now');
  });

  test('one that was answered in writing had no session', () => {
    const all = stepsAt('COMPLETED', 'submitted', 'approved', 'invitation-accepted', 'opinion-signed', 'completed');
    expect(all).toEqual(['done', 'done', 'done', 'left out', 'done', 'done']);
  });
});

describe('where it stands', () => {
  const facts = { invitations: [], opinions: [], consentWithdrawnAt: null };

  test('it waits for an opinion, and then for the doctor’s conclusion', () => {
    expect(standingOf({ ...facts, status: 'AWAITING_OPINION' })).toBe('AWAITING_OPINION');
    expect(standingOf({ ...facts, status: 'AWAITING_OPINION', opinions: [{ id: '1' }] })).toBe('AWAITING_CONCLUSION');
  });

  test('a withdrawn consent stops what is under way, and changes nothing about what is over', () => {
    const withdrawn = { ...facts, consentWithdrawnAt: '2026-11-20T08:00:00.000Z' };
    expect(standingOf({ ...withdrawn, status: 'IN_PROGRESS' })).toBe('STOPPED');
    expect(standingOf({ ...withdrawn, status: 'COMPLETED' })).toBe('COMPLETED');
  });
});

describe('words explained', () => {
  test('those that occur, in the order of the text, the more exact one alone', () => {
    expect(termsIn('稳定性冠心病，劳力性心绞痛；四周复查血脂')).toEqual([
      'stableCad',
      'exertionalAngina',
      'recheck',
      'lipids',
    ]);
    expect(termsIn('建议随访')).toEqual(['followUp']);
    expect(termsIn('')).toEqual([]);
  });

  test('each is explained', () => {
    const text = '稳定性冠心病 慢阻肺 PET-CT 他汀 贫血 溶栓 房颤 静息痛 转诊';
    for (const term of termsIn(text)) expect(words.term[term].means.length, term).toBeGreaterThan(5);
  });
});

describe('consents', () => {
  const now = Date.parse('2026-11-20T08:00:00Z');
  const until = (validUntil: string | null, purpose = 'RECORDING') => ({ purpose, validUntil, withdrawnAt: null });

  test('hold until their end or their withdrawal', () => {
    expect(isInForce(until(null), now)).toBe(true);
    expect(isInForce(until('2026-11-20T07:59:59Z'), now)).toBe(false);
    expect(isInForce({ ...until(null), withdrawnAt: '2026-11-19T00:00:00Z' }, now)).toBe(false);
  });

  test('that end within thirty days are told, unless another lasts longer', () => {
    expect(endingSoon([until('2026-12-01T00:00:00Z')], now)).toHaveLength(1);
    expect(endingSoon([until('2026-12-01T00:00:00Z'), until(null)], now)).toEqual([]);
    expect(endingSoon([until('2027-02-01T00:00:00Z')], now)).toEqual([]);
  });
});

describe('what was seen', () => {
  test('is told once for each thing, and a code that nobody knows as other data', () => {
    expect(whatWasSeen(['record.read-observation', 'patient.read', 'something.new'])).toEqual([
      'identity',
      'results',
      'other',
    ]);
    expect(whatWasSeen(['consultation.list'])).toEqual(['list']);
    expect(whatWasSeen(['consultation.list', 'consultation.read'])).toEqual(['consultation']);
    expect(whatWasSeen(['imaging.upload'])).toEqual(['changed']);
  });
});
