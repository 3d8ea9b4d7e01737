/** The queue as events tell it, and how it is laid out. */
import { describe, expect, test } from 'vitest';
import { type QueueRow, nothingYet, queueAfter } from '../src/workspaces/coordinator/queue/queue-state.ts';
import { layOut } from '../src/workspaces/coordinator/queue/sections.ts';

const now = Date.parse('2026-11-20T06:00:00Z');

function request(id: string, more: Partial<QueueRow> = {}): QueueRow {
  return {
    id,
    number: `HZ-QS01-261120-${id}`,
    kind: 'CONSULTATION',
    status: 'PENDING',
    urgency: 'URGENT',
    specialty: '心血管内科',
    respondBy: '2026-11-20T06:10:00Z',
    approvedAt: '2026-11-20T06:00:00Z',
    submittedAt: '2026-11-20T05:55:00Z',
    overdue: false,
    institution: { id: 'i', name: '青山镇卫生院' },
    patient: { id: 'p', name: '林秋禾', birthDate: '1961-04-12' },
    ...more,
  };
}

const event = (kind: 'SNAPSHOT' | 'ENTERED' | 'CHANGED' | 'LEFT', ...consultations: QueueRow[]) => ({
  cursor: '1',
  kind,
  consultations,
});

describe('events', () => {
  test('a snapshot replaces everything, and glows nowhere', () => {
    const before = queueAfter(nothingYet, event('ENTERED', request('001')), now);
    const { rows, changedAt } = queueAfter(before, event('SNAPSHOT', request('002')), now);
    expect([...rows.keys()]).toEqual(['002']);
    expect(changedAt.size).toBe(0);
  });

  test('what left is no longer in the queue, and can still be shown as it went', () => {
    const before = queueAfter(nothingYet, event('SNAPSHOT', request('001')), now);
    const { rows, gone } = queueAfter(before, event('LEFT', request('001', { status: 'COMPLETED' })), now);
    expect(rows.size).toBe(0);
    expect(gone.get('001')?.status).toBe('COMPLETED');
  });
});

describe('the layout', () => {
  test('has what is late first, the most urgent before the others, the earliest deadline before later ones', () => {
    const rows = [
      request('001', { urgency: 'ROUTINE' }),
      request('002', { respondBy: '2026-11-20T06:05:00Z' }),
      request('003'),
      request('004', { status: 'UNDER_REVIEW', respondBy: null }),
      request('005', { respondBy: '2026-11-20T05:59:00Z' }),
      request('006', { status: 'INTERRUPTED' }),
    ];
    const told = layOut(rows, now).map((item) => (item.kind === 'row' ? item.id : item.section));
    const waiting = ['OVERDUE', '005', 'PENDING', '002', '003', '001', 'UNDER_REVIEW', '004'];
    expect(told).toEqual([...waiting, 'IN_PROGRESS', '006']);
  });
});
