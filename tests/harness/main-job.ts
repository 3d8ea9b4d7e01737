/** The main job, step by step, as an integrator would do it: each step one operation of the public endpoint. */
import type { Actor } from './actor.ts';

export const QUEUE = `subscription Queue($filter: QueueFilter, $after: String) {
  consultationQueue(filter: $filter, after: $after) {
    cursor kind waiting longestWaitSeconds
    consultations {
      id number status
      patient { name }
      invitations { status expert { practitioner { name } } }
      invoice { patientFen }
    }
  }
}`;

export const CHANGES = `subscription Changes($id: ID!, $after: String) {
  consultationChanged(id: $id, after: $after) {
    cursor at
    change { event }
    consultation { id status availableActions patient { name } requester { name } invitations { status } }
  }
}`;

export interface QueueEvent {
  consultationQueue: {
    cursor: string;
    kind: 'SNAPSHOT' | 'ENTERED' | 'CHANGED' | 'LEFT';
    waiting: number;
    longestWaitSeconds: number;
    consultations: {
      id: string;
      number: string;
      status: string;
      patient: { name: string };
      invitations: { status: string; expert: { practitioner: { name: string } } }[];
      invoice: { patientFen: number } | null;
    }[];
  };
}

export interface ChangeEvent {
  consultationChanged: {
    cursor: string;
    at: string;
    change: { event: string };
    consultation: {
      id: string;
      status: string;
      availableActions: string[];
      patient: { name: string };
      requester: { name: string };
    };
  };
}

/** A made-up patient with a valid identity number (GB 11643) and a short history. */
export function bundleOf(seed: string): string {
  const patient = `urn:uuid:${seed}`;
  const at = '2026-10-02T09:30:00+08:00';
  return JSON.stringify({
    resourceType: 'Bundle',
    type: 'transaction',
    entry: [
      {
        fullUrl: patient,
        resource: {
          resourceType: 'Patient',
          name: [{ text: '林秋禾' }],
          gender: 'female',
          birthDate: '1961-04-12',
          telecom: [{ system: 'phone', value: '13900000017' }],
        },
      },
      {
        fullUrl: `${patient}-c`,
        resource: {
          resourceType: 'Condition',
          subject: { reference: patient },
          code: { coding: [{ system: 'http://hl7.org/fhir/sid/icd-10', code: 'I10', display: '原发性高血压' }] },
          recordedDate: at,
        },
      },
      {
        fullUrl: `${patient}-o`,
        resource: {
          resourceType: 'Observation',
          status: 'final',
          subject: { reference: patient },
          code: { coding: [{ system: 'http://loinc.org', code: '8480-6', display: '收缩压' }] },
          effectiveDateTime: at,
          valueQuantity: { value: 168, unit: 'mmHg' },
        },
      },
    ],
  });
}

interface Changed {
  id: string;
  number: string;
  status: string;
}

async function change(
  actor: Actor,
  mutation: string,
  inputType: string,
  input: Readonly<Record<string, unknown>>,
): Promise<Changed> {
  const document = `mutation Step($input: ${inputType}!) { ${mutation}(input: $input) { id number status } }`;
  const data = await actor.run<Record<string, Changed>>(document, { input });
  const changed = data[mutation];
  if (!changed) throw new Error(`${mutation} answered nothing.`);
  return changed;
}

export async function importPatient(actor: Actor, bundle: string, idempotencyKey?: string): Promise<string> {
  const { importFhirBundle } = await actor.run<{ importFhirBundle: { patients: { id: string }[] } }>(
    `mutation Import($input: ImportFhirBundleInput!) { importFhirBundle(input: $input) { patients { id } created updated unchanged skipped { index reason } } }`,
    { input: { bundle, idempotencyKey } },
  );
  const [patient] = importFhirBundle.patients;
  if (!patient) throw new Error('The bundle held no patient.');
  return patient.id;
}

export async function recordConsent(
  actor: Actor,
  patientId: string,
  idempotencyKey?: string,
  validUntil?: Date,
): Promise<string> {
  const { recordConsent: consent } = await actor.run<{ recordConsent: { id: string } }>(
    `mutation Consent($input: RecordConsentInput!) { recordConsent(input: $input) { id } }`,
    { input: { patientId, purpose: 'REMOTE_CONSULTATION', signedBy: '本人', idempotencyKey, validUntil } },
  );
  return consent.id;
}

/** Every consent of the consultation's patient that is in force. */
export async function withdrawConsents(actor: Actor, consultationId: string): Promise<void> {
  const { consultation } = await actor.run<{
    consultation: { patient: { consents: { id: string; withdrawnAt: string | null }[] } };
  }>('query Consents($id: ID!) { consultation(id: $id) { patient { consents { id withdrawnAt } } } }', {
    id: consultationId,
  });
  for (const { id, withdrawnAt } of consultation.patient.consents)
    if (withdrawnAt === null)
      await actor.run('mutation Withdraw($id: ID!) { withdrawConsent(consentId: $id) { withdrawnAt } }', { id });
}

export function createConsultation(
  actor: Actor,
  patientId: string,
  more: Readonly<Record<string, unknown>> = {},
): Promise<Changed> {
  return change(actor, 'createConsultation', 'CreateConsultationInput', {
    patientId,
    kind: 'CONSULTATION',
    urgency: 'URGENT',
    specialty: '心血管内科',
    diseaseCode: 'I10',
    reason: '血压控制不佳，请协助调整用药方案',
    summary: '女，65岁，高血压病史十年，近两周收缩压持续在160至170毫米汞柱，现服氨氯地平5毫克每日一次。',
    ...more,
  });
}

export interface Match {
  score: number;
  expert: { id: string; practitioner: { name: string } };
  parts: { factor: string; points: number; because: string }[];
}

export async function matchExperts(actor: Actor, input: Readonly<Record<string, unknown>> = {}): Promise<Match[]> {
  const { matchExperts: matches } = await actor.run<{ matchExperts: Match[] }>(
    `query Match($input: MatchExpertsInput!) { matchExperts(input: $input) { score expert { id practitioner { name } } parts { factor points because } } }`,
    { input: { specialty: '心血管内科', diseaseCode: 'I10', urgency: 'URGENT', ...input } },
  );
  return matches;
}

/** The person's own expert id: an expert shares the id of the practitioner. */
export async function practitionerIdOf(actor: Actor): Promise<string> {
  const { me } = await actor.run<{ me: { practitioner: { id: string } } }>('{ me { practitioner { id } } }');
  return me.practitioner.id;
}

export const step = {
  submit: (actor: Actor, consultationId: string) =>
    change(actor, 'submitConsultation', 'ConsultationInput', { consultationId }),
  approve: (actor: Actor, consultationId: string) =>
    change(actor, 'approveConsultation', 'ConsultationInput', { consultationId }),
  return: (actor: Actor, consultationId: string, note: string) =>
    change(actor, 'returnConsultation', 'ConsultationInput', { consultationId, note }),
  invite: (actor: Actor, consultationId: string, expertIds: readonly string[]) =>
    change(actor, 'inviteExperts', 'InviteExpertsInput', { consultationId, expertIds }),
  accept: (actor: Actor, consultationId: string) =>
    change(actor, 'acceptInvitation', 'ConsultationInput', { consultationId }),
  decline: (actor: Actor, consultationId: string, reason: string) =>
    change(actor, 'declineInvitation', 'DeclineInvitationInput', { consultationId, reason }),
  start: (actor: Actor, consultationId: string) =>
    change(actor, 'startSession', 'ConsultationInput', { consultationId }),
  interrupt: (actor: Actor, consultationId: string) =>
    change(actor, 'interruptSession', 'ConsultationInput', { consultationId, note: '网络中断' }),
  end: (actor: Actor, consultationId: string) => change(actor, 'endSession', 'ConsultationInput', { consultationId }),
  signOpinion: (actor: Actor, consultationId: string) =>
    change(actor, 'signOpinion', 'SignOpinionInput', {
      consultationId,
      diagnosis: '原发性高血压2级',
      diseaseCode: 'I10',
      advice: '加用缬沙坦80毫克每日一次，两周后复查血压与血钾。',
    }),
  complete: (actor: Actor, consultationId: string) =>
    change(actor, 'completeConsultation', 'CompleteConsultationInput', {
      consultationId,
      conclusion: '按专家意见调整用药，两周后复诊。',
    }),
  cancel: (actor: Actor, consultationId: string, note?: string) =>
    change(actor, 'cancelConsultation', 'ConsultationInput', { consultationId, note }),
} as const;
