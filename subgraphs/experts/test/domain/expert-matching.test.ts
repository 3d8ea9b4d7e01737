import { describe, expect, test } from 'vitest';
import { indexOf, like, now, proposed, request, thisNight, wang } from './given.ts';

describe('the figures of the score', () => {
  const [match] = indexOf(wang).match(request);
  const points = (factor: string) => match?.parts.find((part) => part.factor === factor)?.points;

  test('50 for a chief physician, 2 a year, 2 a minute under thirty', () => {
    expect([points('title'), points('experience'), points('response')]).toEqual([50, 40, 44]);
  });

  test('the parts add up to the score, and each says why', () => {
    expect(match?.parts.reduce((sum, part) => sum + part.points, 0)).toBe(match?.score);
    expect(match?.parts.map(({ because }) => because)).toEqual([
      '主任医师',
      '从业 20 年',
      '平均 8 分钟响应，比 30 分钟每快一分钟计 2 分（常规请求）',
      '在线，常规请求优先',
      '不在排班时段',
      'I10.x00 同属一个类目（I10）',
      '手头没有未完成的会诊',
      '近 7 日已接 0 例',
      '近 90 日因专科不符退回 0 次',
    ]);
  });

  test('an associate chief physician has 30; years count to thirty; an unknown response counts as thirty minutes', () => {
    const other = like('li', {
      title: 'ASSOCIATE_CHIEF_PHYSICIAN',
      yearsOfExperience: 44,
      averageResponseMinutes: null,
    });
    expect(indexOf(other).match(request)[0]?.parts.slice(0, 3)).toMatchObject([
      { points: 30 },
      { points: 60 },
      { points: 0 },
    ]);
  });
});

describe('the order', () => {
  const slow = like('slow-chief', { averageResponseMinutes: 25 });
  const quick = like('quick-associate', { title: 'ASSOCIATE_CHIEF_PHYSICIAN', yearsOfExperience: 10 });

  test('urgency changes it: rank first when it can wait, speed first when it cannot', () => {
    expect(proposed([quick, slow], { urgency: 'ROUTINE' })).toEqual(['slow-chief', 'quick-associate']);
    expect(proposed([quick, slow], { urgency: 'CRITICAL' })).toEqual(['quick-associate', 'slow-chief']);
  });

  test.each([
    ['who knows the very disease', { expertise: ['I10.x00'] }],
    ['who is on duty', { shifts: [thisNight] }],
  ])('%s comes first', (_rule, advantage) => {
    expect(proposed([wang, like('zz', advantage)])).toEqual(['zz', 'wang']);
  });

  test.each([
    ['who has unfinished consultations', { openConsultations: 1 }],
    ['who was asked much lately', { recentAssignments: 3 }],
    ['who sent requests back as not theirs', { wrongSpecialtyBounces: 1 }],
    ['whose expertise is only near', { expertise: ['I11'] }],
  ])('%s comes last', (_rule, burden) => {
    expect(proposed([like('aa', burden), wang])).toEqual(['wang', 'aa']);
  });

  test('equals are told apart by what they did lately and then by id, whatever the order they came in', () => {
    const rested = like('z', { recentAssignments: 0, title: 'ASSOCIATE_CHIEF_PHYSICIAN', yearsOfExperience: 25 });
    const busy = like('a', { recentAssignments: 10, title: 'ASSOCIATE_CHIEF_PHYSICIAN', yearsOfExperience: 30 });
    expect(proposed([busy, rested])).toEqual(['z', 'a']);
    expect(proposed([like('c', {}), like('a', {}), like('b', {})])).toEqual(['a', 'b', 'c']);
  });

  test('no more than asked for', () => {
    const many = Array.from({ length: 20 }, (_, n) => like(`e${n}`, { yearsOfExperience: n }));
    expect(proposed(many, { first: 4 })).toEqual(['e19', 'e18', 'e17', 'e16']);
  });
});

describe('who is proposed at all', () => {
  test('only the wanted specialty, institutions with an agreement, and nobody who was asked already', () => {
    const elsewhere = like('elsewhere', { institutionId: 'no-agreement' });
    const neurologist = like('neurologist', { specialties: ['神经内科'] });
    const all = [wang, elsewhere, neurologist, like('declined', {})];
    expect(proposed(all, { agreements: new Set(['hospital']), excluding: new Set(['declined']) })).toEqual(['wang']);
    expect(proposed(all, { agreements: new Set() })).toEqual([]);
  });

  test('an expert who is away, but on duty, for what is not critical', () => {
    const away = like('away', { online: false });
    const onCall = like('on-call', { online: false, shifts: [thisNight] });
    expect(proposed([wang, away, onCall], { urgency: 'URGENT' })).toEqual(['on-call', 'wang']);
    expect(proposed([wang, away, onCall], { urgency: 'CRITICAL' })).toEqual(['wang']);
  });

  test('at night, when nobody is online, whoever is on duty even for what is critical', () => {
    expect(proposed([like('on-call', { online: false, shifts: [thisNight] })], { urgency: 'CRITICAL' })).toEqual([
      'on-call',
    ]);
    expect(proposed([like('off', { online: false })], { urgency: 'CRITICAL' })).toEqual([]);
  });

  test('a shift begins on its first minute and is over on its last', () => {
    const onCall = [like('on-call', { online: false, shifts: [thisNight] })];
    expect(proposed(onCall, { now: thisNight.from })).toEqual(['on-call']);
    expect(proposed(onCall, { now: thisNight.to })).toEqual([]);
  });

  test('experts of another disease only when there is no one else; who lists nothing takes the whole specialty', () => {
    const other = like('other', { expertise: ['E11'] });
    const general = like('general', { expertise: [] });
    expect(proposed([other, general, wang])).toEqual(['wang', 'general']);
    expect(proposed([other])).toEqual(['other']);
  });
});

test('the index follows changes: presence, specialty, departure', () => {
  const index = indexOf(wang);
  index.upsert({ ...wang, online: false });
  expect(index.match(request)).toEqual([]);
  index.upsert({ ...wang, specialties: ['神经内科'] });
  expect(index.match(request)).toEqual([]);
  expect(index.match({ ...request, specialty: '神经内科', now })).toHaveLength(1);
  index.remove('wang');
  expect(index.match({ ...request, specialty: '神经内科' })).toEqual([]);
  expect(index.size).toBe(0);
});

test('looking closely only at some finds the same experts as scoring everybody', () => {
  // A fixed sequence (Park and Miller) instead of chance.
  let state = 7;
  const below = (n: number) => (state = (state * 48_271) % 2_147_483_647) % n;
  const titles = ['CHIEF_PHYSICIAN', 'ASSOCIATE_CHIEF_PHYSICIAN', 'ATTENDING_PHYSICIAN'] as const;
  const many = Array.from({ length: 400 }, (_, n) =>
    like(`expert-${String(n).padStart(3, '0')}`, {
      title: titles[below(3)] ?? 'ATTENDING_PHYSICIAN',
      yearsOfExperience: below(40),
      averageResponseMinutes: below(5) === 0 ? null : below(70),
      expertise: [['I10', 'I20', 'I1', 'J44'][below(4)] ?? 'I10'],
      shifts: below(2) === 0 ? [thisNight] : [],
      openConsultations: below(4),
      recentAssignments: below(9),
    }),
  );
  for (const urgency of ['ROUTINE', 'URGENT', 'CRITICAL'] as const) {
    const everybody = indexOf(...many).match({ ...request, urgency, first: 400 });
    const best = indexOf(...many).match({ ...request, urgency, first: 7 });
    expect(best).toEqual(everybody.slice(0, 7));
  }
});
