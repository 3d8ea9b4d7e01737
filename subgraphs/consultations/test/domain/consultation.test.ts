import { describe, expect, test } from 'vitest';
import { Consultation } from '../../src/domain/consultation.ts';
import { by, byTimer, consultationIn, draft, minutesLater, noon, people, ready, text } from './given.ts';

/** What went wrong, as the client sees it. */
function failure(attempt: () => unknown): unknown {
  try {
    attempt();
  } catch (error) {
    return error;
  }
  throw new Error('it should have failed and did not');
}

describe('the way of a consultation', () => {
  test('is told by its timeline, one line a step', () => {
    const events = consultationIn('COMPLETED').timeline.map(({ event }) => event.replace('consultation.', ''));
    expect(events.join(' ')).toBe(
      'created submitted approved experts-invited invitation-accepted started ended opinion-signed completed',
    );
  });

  test('keeps when and by whom, and carries the case on every row', () => {
    const [, submitted] = consultationIn('UNDER_REVIEW').timeline;
    expect(submitted).toMatchObject({
      at: noon,
      by: 'dr-zhao',
      consultationId: 'case',
      patientId: 'patient',
      institutionId: 'clinic',
    });
  });

  test('a step out of order says the present state and what is possible, and changes nothing', () => {
    const pending = consultationIn('PENDING');
    expect(failure(() => pending.start(by(people.requester, pending)))).toMatchObject({
      code: 'ILLEGAL_TRANSITION',
      extensions: { action: 'START', status: 'PENDING', allowed: ['INVITE', 'CANCEL'] },
    });
    expect(pending.status).toBe('PENDING');
    expect(pending.timeline).toHaveLength(4);
  });

  test('a returned request is mended and submitted again', () => {
    const returned = consultationIn('RETURNED');
    returned.update({ summary: '已补充心电图：左室肥厚伴劳损。' }, by(people.requester, returned));
    returned.submit(ready, by(people.requester, returned));
    expect(returned).toMatchObject({ status: 'UNDER_REVIEW', summary: '已补充心电图：左室肥厚伴劳损。' });
  });

  test('an interrupted call goes on live, or ends and goes on in writing', () => {
    const live = consultationIn('INTERRUPTED');
    live.resume(by(people.wang, live));
    expect(live.status).toBe('IN_PROGRESS');
    const written = consultationIn('INTERRUPTED');
    written.end(by(people.requester, written));
    written.signOpinion('dr-wang', text, by(people.wang, written));
    expect(written.status).toBe('AWAITING_OPINION');
  });

  test('store and forward: an opinion without a call awaits the conclusion', () => {
    const assigned = consultationIn('ASSIGNED');
    assigned.signOpinion('dr-wang', text, by(people.wang, assigned));
    assigned.complete('按意见处理', by(people.requester, assigned));
    expect(assigned).toMatchObject({ status: 'COMPLETED', startedAt: null });
  });
});

describe('submitting', () => {
  test('an incomplete request names every missing item at once and stays a draft', () => {
    const empty = draft({ kind: 'DIAGNOSIS', reason: ' ', summary: '头痛', specialty: '' });
    const nothing = { consentInForce: false, agreementInForce: false, hasStudy: false };
    const error = failure(() => empty.submit(nothing, by(people.requester, empty)));
    expect(error).toMatchObject({ code: 'INCOMPLETE_REQUEST' });
    expect(error).toHaveProperty('extensions.fields.length', 6);
    expect(empty.status).toBe('DRAFT');
  });
});

describe('invitations', () => {
  test('the second expert to accept a single seat is told who was first', () => {
    const assigned = consultationIn('ASSIGNED');
    expect(failure(() => assigned.accept('dr-li', by(people.li, assigned)))).toMatchObject({
      code: 'CONFLICT',
      extensions: { acceptedBy: 'dr-wang', acceptedAt: expect.any(String), status: 'ASSIGNED' },
    });
    expect(assigned.timeline.filter(({ event }) => event.endsWith('accepted'))).toHaveLength(1);
  });

  test('in a multidisciplinary consultation everybody invited may accept', () => {
    const board = consultationIn('ASSIGNED', { kind: 'MULTIDISCIPLINARY' });
    board.accept('dr-li', by(people.li, board));
    expect(board.invitations.map(({ status }) => status)).toEqual(['ACCEPTED', 'ACCEPTED']);
  });

  test('one answer is final: accepting twice or after declining is a conflict', () => {
    const pending = consultationIn('PENDING');
    pending.decline('dr-li', 'WRONG_SPECIALTY', by(people.li, pending));
    expect(failure(() => pending.accept('dr-li', by(people.li, pending)))).toMatchObject({
      code: 'CONFLICT',
      extensions: { invitation: 'DECLINED' },
    });
    pending.accept('dr-wang', by(people.wang, pending));
    expect(failure(() => pending.accept('dr-wang', by(people.wang, pending)))).toMatchObject({ code: 'CONFLICT' });
  });

  test('nobody is invited twice at once, and nobody answers the own request', () => {
    const pending = consultationIn('PENDING');
    const again = () => pending.invite(['dr-wang'], minutesLater(20), by(people.centre, pending));
    expect(failure(again)).toMatchObject({ code: 'CONFLICT', extensions: { expertIds: ['dr-wang'] } });
    for (const unfit of [['dr-zhao'], []]) {
      const attempt = () => pending.invite(unfit, minutesLater(20), by(people.centre, pending));
      expect(failure(attempt)).toMatchObject({ code: 'BAD_USER_INPUT' });
    }
    expect(pending.invitations).toHaveLength(2);
  });

  test('who declined may be asked again', () => {
    const pending = consultationIn('PENDING');
    pending.decline('dr-wang', 'UNAVAILABLE', by(people.wang, pending));
    pending.invite(['dr-wang'], minutesLater(20), by(people.requester, pending, null, minutesLater(1)));
    pending.accept('dr-wang', by(people.wang, pending));
    expect(pending.status).toBe('ASSIGNED');
  });

  test('declining keeps the reason; OTHER has to be explained', () => {
    const pending = consultationIn('PENDING');
    expect(failure(() => pending.decline('dr-li', 'OTHER', by(people.li, pending)))).toMatchObject({
      code: 'BAD_USER_INPUT',
    });
    pending.decline('dr-li', 'OTHER', by(people.li, pending, '正在手术'));
    expect(pending.invitations[1]).toMatchObject({
      status: 'DECLINED',
      declineReason: 'OTHER',
      declineNote: '正在手术',
    });
  });

  test('when everybody declined or expired, the request is back before the coordinator', () => {
    const pending = consultationIn('PENDING');
    pending.decline('dr-li', 'UNAVAILABLE', by(people.li, pending));
    expect(pending.reopen(byTimer())).toBe(false);
    const [first] = pending.invitations;
    expect(pending.expireInvitation(first?.id ?? '', byTimer(minutesLater(10)))).toBe(true);
    expect(pending.reopen(byTimer(minutesLater(10)))).toBe(true);
    expect(pending.timeline.at(-1)).toMatchObject({ event: 'consultation.reopened', by: null });
    expect(pending.status).toBe('PENDING');
  });

  test('an expiry that fires after the answer, or twice, does nothing', () => {
    const assigned = consultationIn('ASSIGNED');
    const lines = assigned.timeline.length;
    for (const { id } of assigned.invitations) expect(assigned.expireInvitation(id, byTimer())).toBe(false);
    expect(assigned.timeline).toHaveLength(lines);
  });
});

describe('opinions and the conclusion', () => {
  test('without a signed opinion nothing is completed, and the reason is told', () => {
    const awaiting = consultationIn('AWAITING_OPINION');
    const error = failure(() => awaiting.complete('完成', by(people.requester, awaiting)));
    expect(error).toMatchObject({ code: 'ILLEGAL_TRANSITION' });
    expect(String(error)).toContain('no expert has signed an opinion yet');
  });

  test('signing again adds a version beside the old', () => {
    const awaiting = consultationIn('AWAITING_OPINION');
    awaiting.signOpinion('dr-wang', text, by(people.wang, awaiting));
    awaiting.signOpinion('dr-wang', { ...text, advice: '改用沙库巴曲缬沙坦' }, by(people.wang, awaiting));
    expect(awaiting.opinions.map(({ version, advice }) => [version, advice])).toEqual([
      [1, text.advice],
      [2, '改用沙库巴曲缬沙坦'],
    ]);
  });

  test('only an expert who accepted signs, and not a blank page', () => {
    const awaiting = consultationIn('AWAITING_OPINION');
    expect(failure(() => awaiting.signOpinion('dr-li', text, by(people.li, awaiting)))).toMatchObject({
      code: 'FORBIDDEN',
    });
    const blank = { diagnosis: ' ', diseaseCode: null, advice: '' };
    const error = failure(() => awaiting.signOpinion('dr-wang', blank, by(people.wang, awaiting)));
    expect(error).toMatchObject({ extensions: { fields: [{ path: 'diagnosis' }, { path: 'advice' }] } });
    expect(awaiting.opinions).toEqual([]);
  });

  test('opinions that disagree are recorded as unresolved', () => {
    const board = consultationIn('ASSIGNED', { kind: 'MULTIDISCIPLINARY' });
    board.accept('dr-li', by(people.li, board));
    board.signOpinion('dr-wang', text, by(people.wang, board));
    board.signOpinion('dr-li', { ...text, diseaseCode: 'N18.301' }, by(people.li, board));
    board.complete('先按高血压处理', by(people.requester, board));
    expect(board.timeline.at(-1)?.note).toContain('I10 / N18');
  });

  test('a completed consultation is amended, never reopened', () => {
    const done = consultationIn('COMPLETED');
    done.amendOpinion('dr-wang', { ...text, advice: '补充：复查肾功能' }, by(people.wang, done));
    done.amendConclusion('患者已复诊', by(people.requester, done));
    expect(done).toMatchObject({ status: 'COMPLETED', opinions: [{ version: 1 }, { version: 2 }] });
    expect(done.conclusion).toMatch(/^按专家意见调整用药\n\n\[补充 .*\] 患者已复诊$/);
    expect(failure(() => done.start(by(people.requester, done)))).toMatchObject({ code: 'ILLEGAL_TRANSITION' });
  });
});

describe('cancelling', () => {
  test('by the requester before acceptance; open invitations are withdrawn', () => {
    const pending = consultationIn('PENDING');
    pending.cancel(null, by(people.requester, pending));
    expect(pending).toMatchObject({ status: 'CANCELLED', closeReason: 'REQUESTER' });
    expect(pending.invitations.map(({ status }) => status)).toEqual(['WITHDRAWN', 'WITHDRAWN']);
  });

  test('after acceptance by the coordinator, who has to say why', () => {
    const assigned = consultationIn('ASSIGNED');
    expect(failure(() => assigned.cancel(null, by(people.requester, assigned, '不需要了')))).toMatchObject({
      code: 'ILLEGAL_TRANSITION',
    });
    expect(failure(() => assigned.cancel('NO_SHOW', by(people.centre, assigned)))).toMatchObject({
      code: 'BAD_USER_INPUT',
    });
    assigned.cancel('NO_SHOW', by(people.centre, assigned, '专家未到'));
    expect(assigned).toMatchObject({ status: 'CANCELLED', closeReason: 'NO_SHOW' });
  });
});

describe('the response clock', () => {
  test('is overdue once the deadline passes without an acceptance', () => {
    const pending = consultationIn('PENDING');
    expect([10, 11].map((minutes) => pending.overdue(minutesLater(minutes)))).toEqual([false, true]);
    expect(consultationIn('ASSIGNED').overdue(minutesLater(11))).toBe(false);
  });

  test('a late acceptance still counts as late; a request given up unanswered too', () => {
    const late = consultationIn('PENDING');
    late.accept('dr-wang', by(people.wang, late, null, minutesLater(12)));
    expect(late.late(minutesLater(99))).toBe(true);
    const givenUp = consultationIn('PENDING');
    givenUp.cancel(null, by(people.requester, givenUp, null, minutesLater(12)));
    expect(givenUp.late(minutesLater(99))).toBe(true);
    expect(consultationIn('ASSIGNED').late(minutesLater(99))).toBe(false);
  });
});

test('methods work on a row that was loaded without the constructor', () => {
  const loaded: Consultation = Object.assign(Object.create(Consultation.prototype), consultationIn('ASSIGNED'));
  loaded.start(by(people.wang, loaded));
  expect(loaded.status).toBe('IN_PROGRESS');
});
