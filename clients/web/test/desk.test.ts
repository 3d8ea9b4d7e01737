/** An expert's desk as events tell it: what waits for an answer, and what was taken on. */
import { describe, expect, test } from 'vitest';
import {
  type DeskRow,
  deskAfter,
  deskWithout,
  layOutDesk,
  nothingYet,
} from '../src/workspaces/expert/desk/desk-state.ts';

const me = 'e1';

function row(id: string, answer: string, more: Partial<DeskRow> = {}): DeskRow {
  return {
    id,
    number: `HZ-QS01-261120-${id}`,
    kind: 'CONSULTATION',
    status: 'PENDING',
    urgency: 'URGENT',
    specialty: '心血管内科',
    reason: '血压控制不佳',
    updatedAt: '2026-11-20T05:55:00Z',
    institution: { id: 'i', name: '青山镇卫生院' },
    requester: { id: 'r', name: '李慧敏', title: 'ATTENDING_PHYSICIAN' },
    invitations: [invitation('REQUESTED', 'e2'), invitation(answer, me)],
    opinions: [],
    ...more,
  };
}

function invitation(
  answer: string,
  expert: string,
  respondBy = '2026-11-20T06:10:00Z',
): DeskRow['invitations'][number] {
  const known = ['REQUESTED', 'ACCEPTED', 'DECLINED', 'EXPIRED', 'WITHDRAWN'] as const;
  const status = known.find((one) => one === answer) ?? 'REQUESTED';
  return {
    id: `${expert} ${respondBy} ${answer}`,
    status,
    invitedAt: '2026-11-20T05:55:00Z',
    respondBy,
    expert: { id: expert },
  };
}

const snapshot = (...consultations: DeskRow[]) =>
  deskAfter(nothingYet, { cursor: '1', kind: 'SNAPSHOT', consultations });

describe('the desk', () => {
  test('has what waits for me apart from what I have taken on, whatever others were asked', () => {
    const { asked, taken } = layOutDesk(
      snapshot(
        row('1', 'REQUESTED'),
        row('2', 'ACCEPTED', { status: 'ASSIGNED' }),
        row('3', 'ACCEPTED', { status: 'AWAITING_OPINION' }),
        row('4', 'DECLINED'),
      ),
      me,
    );
    expect(asked.map(({ row: { id } }) => id)).toEqual(['1']);
    expect(taken.SESSION.map(({ id }) => id)).toEqual(['2']);
    expect(taken.OPINION.map(({ id }) => id)).toEqual(['3']);
  });

  test('puts what runs out first on top', () => {
    const late = row('1', 'REQUESTED');
    const soon = row('2', 'REQUESTED', { invitations: [invitation('REQUESTED', me, '2026-11-20T06:01:00Z')] });
    expect(layOutDesk(snapshot(late, soon), me).asked.map(({ row: { id } }) => id)).toEqual(['2', '1']);
  });

  test('counts the new invitation of one who had declined before', () => {
    const again = row('1', '', { invitations: [invitation('DECLINED', me), invitation('REQUESTED', me)] });
    expect(layOutDesk(snapshot(again), me).asked).toHaveLength(1);
  });

  test('owes no opinion once mine is signed, though another may be', () => {
    const by = (expert: string) => [{ id: 'o', signedAt: '2026-11-20T06:00:00Z', expert: { id: expert } }];
    const { taken } = layOutDesk(
      snapshot(
        row('1', 'ACCEPTED', { status: 'AWAITING_OPINION', opinions: by(me) }),
        row('2', 'ACCEPTED', { status: 'AWAITING_OPINION', opinions: by('e2') }),
      ),
      me,
    );
    expect(taken.SIGNED.map(({ id }) => id)).toEqual(['1']);
    expect(taken.OPINION.map(({ id }) => id)).toEqual(['2']);
  });

  test('forgets what left, and what is out of sight', () => {
    const desk = snapshot(row('1', 'REQUESTED'), row('2', 'ACCEPTED'));
    const left = deskAfter(desk, { cursor: '2', kind: 'LEFT', consultations: [row('2', 'ACCEPTED')] });
    expect([...left.rows.keys()]).toEqual(['1']);
    expect(deskWithout(left, '1').rows.size).toBe(0);
  });
});
