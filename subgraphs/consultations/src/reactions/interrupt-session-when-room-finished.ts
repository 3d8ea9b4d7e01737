/** A room that closed while the session was still on has broken off: it can be resumed, or ended. A late event changes nothing. */
import type { Reaction } from '@huizhen/platform/subgraph/define-subgraph';
import { takeOwnStep } from '../actions/take-own-step.ts';
import type { Consultation } from '../domain/consultation.ts';
import type { ConsultationsContext } from '../store/consultations.store.ts';

export const interruptSessionWhenRoomFinished: Reaction<ConsultationsContext> = {
  name: 'interrupt-session-when-room-finished',
  on: ['room.finished'],
  async run(context, { type, payload, at }) {
    if (type !== 'room.finished') return;
    await takeOwnStep(context, {
      name: 'consultation.interrupt',
      consultationId: payload.consultationId,
      note: '会诊室已关闭',
      change: (consultation, occasion) => {
        if (consultation.status === 'IN_PROGRESS' && at > beganAt(consultation)) consultation.interrupt(occasion);
      },
    });
  },
};

/** When the present session was started or last resumed: what closed before belongs to an earlier one. */
function beganAt({ timeline, createdAt }: Consultation): Date {
  const began = timeline.findLast(({ event }) => event === 'consultation.started' || event === 'consultation.resumed');
  return began?.at ?? createdAt;
}
