/** Replays a demo consultation through the domain, so that demo data obeys the rules that real data does. */
import { demoExpertId } from '@huizhen/schema/demo-ids';
import type { ActorKind, Occasion } from '../domain/actor.ts';
import { Consultation } from '../domain/consultation.ts';
import { latestInvitation } from '../domain/invitation.ts';
import { respondBy } from '../domain/response-clock.ts';
import type { DemoConsultation, TimedDemoStep } from './demo-consultations.ts';
import type { DemoStepBy } from './demo-step.ts';

/** The demo patients have signed, their clinics have agreements, and the images of a diagnosis are uploaded with the demo. */
const complete = { consentInForce: true, agreementInForce: true, hasStudy: true };

export function playDemoConsultation(demo: DemoConsultation, number: string, newId: () => string): Consultation {
  const { createdAt, steps, status: _status, ...request } = demo;
  const requester = { practitionerId: demo.requesterId, kinds: ['requester'] as const };
  const consultation = new Consultation({ ...request, number }, { now: createdAt, by: requester, note: null, newId });
  for (const timed of steps) playStep(consultation, timed.step, occasionOf(timed, newId));
  return consultation;
}

function playStep(consultation: Consultation, step: DemoStepBy, occasion: Occasion): void {
  const deadline = respondBy(consultation, occasion.now);
  switch (step.action) {
    case 'SUBMIT':
      return consultation.submit(complete, occasion);
    case 'APPROVE':
      return consultation.approve(deadline, occasion);
    case 'RETURN':
      return consultation.return(occasion);
    case 'INVITE':
      return void consultation.invite(step.experts.map(demoExpertId), deadline, occasion);
    case 'ACCEPT':
      return consultation.accept(demoExpertId(step.expert), occasion);
    case 'DECLINE':
      return consultation.decline(demoExpertId(step.expert), step.reason, occasion);
    case 'EXPIRE':
      return expire(consultation, step.expert, occasion);
    case 'START':
      return consultation.start(occasion);
    case 'INTERRUPT':
      return consultation.interrupt(occasion);
    case 'RESUME':
      return consultation.resume(occasion);
    case 'END':
      return consultation.end(occasion);
    case 'SIGN_OPINION':
      return void consultation.signOpinion(demoExpertId(step.expert), step.opinion, occasion);
    case 'AMEND':
      return void consultation.amendOpinion(demoExpertId(step.expert), step.opinion, occasion);
    case 'COMPLETE':
      return consultation.complete(step.conclusion, occasion);
    case 'CANCEL':
      return consultation.cancel('closeReason' in step ? step.closeReason : null, occasion);
  }
}

/** What the timer does: the invitation closes, and an unanswered request goes back before the coordinator. */
function expire(consultation: Consultation, expert: number, occasion: Occasion): void {
  const invitation = latestInvitation(consultation.invitations, demoExpertId(expert));
  if (invitation !== undefined) consultation.expireInvitation(invitation.id, occasion);
  consultation.reopen(occasion);
}

function occasionOf({ at, note, practitionerId, step }: TimedDemoStep, newId: () => string): Occasion {
  return { now: at, by: { practitionerId, kinds: [actorKindOf(step)] }, note, newId };
}

function actorKindOf(step: DemoStepBy): ActorKind {
  if (step.by !== 'expert') return step.by;
  return step.action === 'ACCEPT' || step.action === 'DECLINE' ? 'invitedExpert' : 'acceptedExpert';
}
