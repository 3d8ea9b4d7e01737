/** Loads a consultation for one who wants to do something with it, and refuses those whose part it is not. */
import { allow, found } from '@huizhen/platform/access/allow';
import { auditedId } from '../domain/audited-id.ts';
import { mayAct } from '../domain/consultation-policy.ts';
import type { ConsultationAction } from '../domain/consultation-status.ts';
import type { Consultation } from '../domain/consultation.ts';
import type { ConsultationsContext, ConsultationsUnit } from '../store/consultations.store.ts';
import type { LoadedConsultation } from '../store/loaded-consultation.ts';

export interface Wanted {
  /** In the access log, such as 'consultation.submit'. */
  readonly name: string;
  readonly action: ConsultationAction;
  readonly consultationId: string;
}

export async function loadForStep(
  context: ConsultationsContext,
  unit: ConsultationsUnit,
  { name, action, consultationId }: Wanted,
): Promise<LoadedConsultation> {
  const loaded = await loadShown(context, unit, { name, action, consultationId });
  allow(mayAct(context.viewer, loaded.consultation, action), name, loaded.consultation);
  return loaded;
}

/** Without the policy: the caller asks it. */
export async function loadShown(
  context: ConsultationsContext,
  { consultations }: ConsultationsUnit,
  { name, action, consultationId }: Wanted,
): Promise<LoadedConsultation> {
  const { practitionerId } = context.signedIn();
  const answers = action === 'ACCEPT' || action === 'DECLINE';
  if (answers && practitionerId !== null) await consultations.showToAsked(consultationId, practitionerId);
  return found(await consultations.toChange(consultationId), name, auditedId(consultationId));
}

/** As it stands, for an action that has to ask other subgraphs before its transaction; a transaction of its own. */
export async function lookBeforeStep(context: ConsultationsContext, wanted: Wanted): Promise<Consultation> {
  context.signedIn();
  const { consultation } = await context.transact((unit) => loadForStep(context, unit, wanted));
  return consultation;
}
