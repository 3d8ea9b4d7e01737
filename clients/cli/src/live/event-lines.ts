/** One line for each live event. */
import { minutesAndSeconds, statusLabel, yuan } from '../printing/labels.ts';
import type { ConsultationEvent } from './consultation-feed.ts';
import type { QueueEvent } from './queue-feed.ts';

const kinds = { SNAPSHOT: '全部', ENTERED: '进入', CHANGED: '变化', LEFT: '离开' } as const;

export function queueLine({ kind, waiting, longestWaitSeconds, consultations }: QueueEvent): string {
  const clock = `等待 waiting ${waiting} · 最长 longest ${minutesAndSeconds(longestWaitSeconds)}`;
  const [only] = consultations;
  const what =
    kind === 'SNAPSHOT' || only === undefined ? `${consultations.length} 个会诊 consultations` : inQueue(only);
  return `${kinds[kind]} ${kind} · ${what} · ${clock}`;
}

function inQueue({ number, status, patient, invitations, invoice }: QueueEvent['consultations'][number]): string {
  const experts = invitations.map(
    (invitation) => `${invitation.expert.practitioner.name} ${statusLabel(invitation.status)}`,
  );
  const bill = invoice === null ? [] : [`患者自付 patient pays ${yuan(invoice.patientFen)}`];
  return [number, statusLabel(status), patient.name, ...experts, ...bill].join(' · ');
}

export function consultationLine({ change, consultation }: ConsultationEvent): string {
  const by = change.by === null ? '' : ` · ${change.by.name}`;
  return `${change.event}${by} · ${statusLabel(consultation.status)}`;
}
