/** The coordinator or the requesting institution asks experts; their institutions need an agreement, the patient's consent must hold. */
import { AgreementRequired, BadUserInput, ConsentRequired } from '@huizhen/platform/errors/expected-errors';
import type { Consultation } from '../domain/consultation.ts';
import { agreementsInForce, consentInForce, expertProfiles } from '../queries/peer-facts.ts';
import type { ConsultationsContext } from '../store/consultations.store.ts';
import { check, inviteInput } from './checked-input.ts';
import { invite } from './invite.ts';
import { lookBeforeStep } from './load-for-step.ts';
import { takeStep, type StepInput } from './take-step.ts';

export interface InviteInput extends StepInput {
  readonly expertIds: readonly string[];
}

const step = { name: 'consultation.invite', action: 'INVITE' } as const;

export async function inviteExperts(context: ConsultationsContext, input: InviteInput): Promise<Consultation> {
  check(inviteInput, input);
  const { consultationId, expertIds } = input;
  await refuseUnreachable(context, await lookBeforeStep(context, { ...step, consultationId }), expertIds);
  return takeStep(context, {
    ...step,
    input,
    change: (consultation, occasion, unit) => invite(context, unit, { consultation, expertIds, occasion }),
  });
}

async function refuseUnreachable(
  context: ConsultationsContext,
  { institutionId, patientId }: Consultation,
  expertIds: readonly string[],
): Promise<void> {
  const [profiles, answering, consented] = await Promise.all([
    expertProfiles(context, expertIds),
    agreementsInForce(context, institutionId),
    consentInForce(context, patientId),
  ]);
  if (!consented) throw new ConsentRequired();
  const unknown = expertIds.filter((id) => !profiles.some((profile) => profile.id === id));
  if (unknown.length > 0) throw unknownExperts(unknown);
  const outside = profiles.filter((profile) => !answering.includes(profile.institutionId)).map(({ id }) => id);
  if (outside.length > 0) throw noAgreement(outside);
}

function unknownExperts(ids: readonly string[]): BadUserInput {
  const message = `No expert has this id: ${ids.join(', ')}. matchExperts and experts list those that can be asked.`;
  return new BadUserInput([{ path: 'expertIds', message }]);
}

function noAgreement(ids: readonly string[]): AgreementRequired {
  return new AgreementRequired(
    `No agreement is in force with the institutions of these experts: ${ids.join(', ')}. Choose others, or renew the agreement.`,
  );
}
