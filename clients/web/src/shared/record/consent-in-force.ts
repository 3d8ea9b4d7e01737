/** Which signed consent to remote consultation holds now, if any: for the banner; what a step needs, the server says. */
import type { PatientHeadQuery } from './record.graphql.ts';

export type Consent = NonNullable<PatientHeadQuery['patient']>['consents'][number];

export function consentInForce(consents: readonly Consent[], now: number): Consent | undefined {
  return consents.find(
    ({ purpose, withdrawnAt, validUntil }) =>
      purpose === 'REMOTE_CONSULTATION' &&
      withdrawnAt === null &&
      !(validUntil !== null && Date.parse(validUntil) <= now),
  );
}
