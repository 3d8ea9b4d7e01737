/** A requesting doctor of the managing institution, or the patient, records a signed consent to the text of today. */
import { allow, found } from '@huizhen/platform/access/allow';
import { BadUserInput, type FieldFault } from '@huizhen/platform/errors/expected-errors';
import { timeFault } from '@huizhen/platform/input/time-fault';
import { z } from 'zod';
import type { Consent, ConsentPurpose } from '../domain/consent.ts';
import { mayChangeConsent } from '../domain/patient-policy.ts';
import { isUuid } from '../domain/is-uuid.ts';
import type { PatientsContext, PatientsUnit } from '../store/patients.store.ts';

export interface ConsentToRecord {
  readonly patientId: string;
  readonly purpose: ConsentPurpose;
  readonly signedBy: string;
  readonly validUntil?: Date | null | undefined;
  readonly idempotencyKey?: string | null | undefined;
}

const LONGEST_NAME = 100;

export async function recordConsent(context: PatientsContext, input: ConsentToRecord): Promise<Consent> {
  return context.once(
    { name: 'recordConsent', input },
    {
      act: (unit) => record(context, unit, input),
      remember: ({ id }) => id,
      remembered: z.string(),
      again: async ({ consents }, id) => found(await consents.byId(id), 'consent.record', id),
    },
  );
}

async function record(context: PatientsContext, unit: PatientsUnit, input: ConsentToRecord): Promise<Consent> {
  const { patientId, purpose, validUntil = null } = input;
  const [place] = isUuid(patientId) ? await unit.patients.placesOf([patientId]) : [];
  const patient = found(place, 'consent.record', patientId);
  allow(mayChangeConsent(context.signedIn(), patient), 'consent.record', { id: patientId, patientId });
  const signedAt = context.clock.now();
  const signedBy = input.signedBy.trim();
  const faults = faultsOf(signedBy, validUntil, signedAt);
  if (faults.length > 0) throw new BadUserInput(faults);
  const id = context.ids.next();
  const { institutionId } = patient;
  const textVersion = context.settings.CONSENT_TEXT_VERSION;
  const consent = {
    id,
    patientId,
    institutionId,
    purpose,
    textVersion,
    signedBy,
    signedAt,
    validUntil,
    withdrawnAt: null,
  };
  const recorded = await unit.consents.add(consent);
  if (validUntil !== null) await unit.jobs.schedule('end-consent', { consentId: id }, validUntil, id);
  unit.audit.record('consent.record', { id, patientId });
  unit.events.publish('patient.consent-recorded', { consentId: id, patientId, purpose });
  return recorded;
}

function faultsOf(signedBy: string, validUntil: Date | null, now: Date): FieldFault[] {
  const faults: FieldFault[] = [];
  if (signedBy === '' || signedBy.length > LONGEST_NAME) {
    faults.push({ path: 'signedBy', message: `must be the name of who signed, up to ${LONGEST_NAME} characters` });
  }
  const impossible = validUntil === null ? null : timeFault(validUntil);
  if (impossible !== null) faults.push({ path: 'validUntil', message: impossible });
  else if (validUntil !== null && validUntil <= now) {
    faults.push({ path: 'validUntil', message: 'must lie in the future; leave it out for a consent until withdrawal' });
  }
  return faults;
}
