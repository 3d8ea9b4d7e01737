/** The expert that the viewer is: an expert has the id of the practitioner. */
import { Forbidden } from '@huizhen/platform/errors/expected-errors';
import type { ConsultationsContext } from '../store/consultations.store.ts';

export function expertIdOf(context: ConsultationsContext): string {
  const { practitionerId } = context.signedIn();
  if (practitionerId === null)
    throw new Forbidden('This account is no clinician: sign in as the expert who was invited.');
  return practitionerId;
}
