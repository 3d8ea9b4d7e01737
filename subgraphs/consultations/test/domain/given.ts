/** A small clinic on paper: its people, and a consultation brought to any state by the ordinary steps. */
import type { Viewer } from '@huizhen/platform/access/viewer';
import { system } from '../../src/domain/actor.ts';
import type { Occasion } from '../../src/domain/actor.ts';
import { actorFor } from '../../src/domain/consultation-policy.ts';
import type { ConsultationStatus } from '../../src/domain/consultation-status.ts';
import { Consultation } from '../../src/domain/consultation.ts';
import type { ConsultationDraft } from '../../src/domain/consultation.ts';

const nobody: Viewer = {
  subject: 'nobody',
  displayName: 'Nobody',
  roles: [],
  institutionId: null,
  practitionerId: null,
  patientId: null,
  centre: false,
  service: null,
  scopes: [],
  partnerAppId: null,
};
const at = (subject: string, roles: Viewer['roles'], institutionId: string): Viewer => ({
  ...nobody,
  subject,
  roles,
  institutionId,
  practitionerId: subject,
});

export const people = {
  requester: at('dr-zhao', ['REQUESTER'], 'clinic'),
  colleague: at('dr-qian', ['REQUESTER'], 'clinic'),
  partner: { ...at('his', ['PARTNER'], 'clinic'), practitionerId: null },
  ownCoordinator: at('clinic-office', ['COORDINATOR'], 'clinic'),
  centre: { ...at('centre-desk', ['COORDINATOR'], 'centre'), centre: true },
  wang: at('dr-wang', ['EXPERT'], 'hospital'),
  li: at('dr-li', ['EXPERT'], 'hospital'),
  otherExpert: at('dr-sun', ['EXPERT'], 'hospital'),
  otherRequester: at('dr-zhou', ['REQUESTER'], 'other-clinic'),
  otherCoordinator: at('other-office', ['COORDINATOR'], 'other-clinic'),
  patient: { ...nobody, subject: 'patient', roles: ['PATIENT'], patientId: 'patient' },
  otherPatient: { ...nobody, subject: 'other', roles: ['PATIENT'], patientId: 'other' },
  finance: at('finance', ['FINANCE'], 'clinic'),
  admin: at('admin', ['ADMIN'], 'clinic'),
  nobody,
} as const satisfies Record<string, Viewer>;

export const noon = new Date('2026-05-04T04:00:00Z');
export const minutesLater = (minutes: number) => new Date(noon.getTime() + minutes * 60_000);
export const ready = { consentInForce: true, agreementInForce: true, hasStudy: true };
export const text = { diagnosis: '原发性高血压3级', diseaseCode: 'I10.x00', advice: '调整降压方案，一周后复查' };

let ids = 0;
const newId = () => `id-${(ids += 1)}`;

export function by(viewer: Viewer, consultation: Consultation, note: string | null = null, now = noon): Occasion {
  return { now, by: actorFor(viewer, consultation), note, newId };
}

export const byTimer = (now = noon): Occasion => ({ now, by: system, note: null, newId });

export function draft(changes: Partial<ConsultationDraft> = {}): Consultation {
  const content: ConsultationDraft = {
    id: 'case',
    number: 'HZ-20260504-0001',
    institutionId: 'clinic',
    requesterId: 'dr-zhao',
    patientId: 'patient',
    kind: 'CONSULTATION',
    urgency: 'URGENT',
    specialty: '心血管内科',
    diseaseCode: 'I10.x00',
    reason: '血压控制不佳',
    summary: '三联降压药治疗两周，血压仍高于180/110mmHg。',
    ...changes,
  };
  return new Consultation(content, {
    now: noon,
    by: { practitionerId: 'dr-zhao', kinds: ['requester'] },
    note: null,
    newId,
  });
}

/** Walks the ordinary way up to the wanted state; Dr Wang and Dr Li are invited, Dr Wang accepts. */
export function consultationIn(status: ConsultationStatus, changes: Partial<ConsultationDraft> = {}): Consultation {
  const consultation = draft(changes);
  for (const step of wayTo[status]) step(consultation);
  if (consultation.status !== status) throw new Error(`the way to ${status} ends in ${consultation.status}`);
  return consultation;
}

type Step = (consultation: Consultation) => void;
const submit: Step = (c) => c.submit(ready, by(people.requester, c));
const giveBack: Step = (c) => c.return(by(people.centre, c, '请补充心电图'));
const approve: Step = (c) => c.approve(minutesLater(10), by(people.centre, c));
const invite: Step = (c) => void c.invite(['dr-wang', 'dr-li'], minutesLater(10), by(people.centre, c));
const accept: Step = (c) => c.accept('dr-wang', by(people.wang, c));
const start: Step = (c) => c.start(by(people.requester, c));
const interrupt: Step = (c) => c.interrupt(by(people.requester, c));
const end: Step = (c) => c.end(by(people.requester, c));
const sign: Step = (c) => void c.signOpinion('dr-wang', text, by(people.wang, c));
const complete: Step = (c) => c.complete('按专家意见调整用药', by(people.requester, c));
const cancel: Step = (c) => c.cancel(null, by(people.requester, c));

const assigned = [submit, approve, invite, accept];
const wayTo: Record<ConsultationStatus, readonly Step[]> = {
  DRAFT: [],
  UNDER_REVIEW: [submit],
  RETURNED: [submit, giveBack],
  PENDING: [submit, approve, invite],
  ASSIGNED: assigned,
  IN_PROGRESS: [...assigned, start],
  INTERRUPTED: [...assigned, start, interrupt],
  AWAITING_OPINION: [...assigned, start, end],
  COMPLETED: [...assigned, start, end, sign, complete],
  CANCELLED: [submit, cancel],
};
