/** A requester, or a partner system acting for one, drafts a consultation for a patient of the own institution. */
import { allow, found } from '@huizhen/platform/access/allow';
import { deny, permit } from '@huizhen/platform/access/decision';
import { z } from 'zod';
import { mayRead } from '../domain/consultation-policy.ts';
import type { ServiceKind, Urgency } from '../domain/consultation-status.ts';
import { Consultation, type ConsultationDraft } from '../domain/consultation.ts';
import { mayCreate, type Requester } from '../domain/may-create.ts';
import { codeOfInstitution, institutionOfPatient } from '../queries/peer-facts.ts';
import type { ConsultationsContext, ConsultationsUnit } from '../store/consultations.store.ts';
import { allowRecorded, type Attempt } from '../queries/allow-recorded.ts';
import { check, requestInput } from './checked-input.ts';
import { recordChange } from './record-change.ts';

export interface CreateInput {
  readonly patientId: string;
  readonly kind: ServiceKind;
  readonly urgency: Urgency;
  readonly specialty: string;
  readonly diseaseCode?: string | null;
  readonly reason: string;
  readonly summary: string;
  readonly idempotencyKey?: string | null;
}

const name = 'consultation.create';
const foreign = deny('NOT_FOUND', 'no patient of this institution');
const remembered = z.object({ id: z.uuid() });

export async function createConsultation(context: ConsultationsContext, input: CreateInput): Promise<Consultation> {
  const requester = await requesterFor(context, input);
  check(requestInput, input);
  const code = await checkedInstitution(context, requester, input.patientId);
  return context.once(
    { name, input },
    {
      act: (unit) => draft(context, unit, { input, requester, code }),
      remember: ({ id }) => ({ id }),
      remembered,
      again: async (unit, { id }) => {
        const [consultation] = await unit.consultations.byIds([id]);
        const known = found(consultation, name, id);
        allow(mayRead(context.viewer, known), name, known);
        unit.audit.read(name, [known]);
        return known;
      },
    },
  );
}

async function requesterFor(context: ConsultationsContext, { patientId }: CreateInput): Promise<Requester> {
  const { decision, requester } = mayCreate(context.signedIn());
  await allowRecorded(context, decision, attemptFor(patientId));
  return found(requester, name, patientId);
}

/** The code of the institution, once it is known to be the patient's. */
async function checkedInstitution(
  context: ConsultationsContext,
  { institutionId }: Requester,
  patientId: string,
): Promise<string> {
  const attempt = attemptFor(patientId);
  const [managing, code] = await Promise.all([
    attempt.patientId === null ? null : institutionOfPatient(context, patientId),
    codeOfInstitution(context, institutionId),
  ]);
  await allowRecorded(context, managing === institutionId ? permit : foreign, attempt);
  return found(code, name, institutionId);
}

/** An id that cannot be one is refused, and recorded, like that of a patient elsewhere. */
function attemptFor(patientId: string): Attempt {
  return { name, id: patientId, patientId: z.uuid().safeParse(patientId).success ? patientId : null };
}

interface Drafting {
  readonly input: CreateInput;
  readonly requester: Requester;
  readonly code: string;
}

async function draft(
  context: ConsultationsContext,
  unit: ConsultationsUnit,
  { input, requester, code }: Drafting,
): Promise<Consultation> {
  const { idempotencyKey: _key, diseaseCode = null, ...request } = input;
  const now = await unit.databaseTime();
  const number = await unit.numbers.next({ id: requester.institutionId, code }, now);
  const content: ConsultationDraft = { ...request, ...requester, diseaseCode, number, id: context.ids.next() };
  const by = { practitionerId: requester.requesterId, kinds: ['requester'] as const };
  const occasion = { now, by, note: null, newId: () => context.ids.next() };
  const consultation = new Consultation(content, occasion);
  await unit.consultations.add(consultation);
  recordChange(unit, name, { consultation, before: null });
  return consultation;
}
