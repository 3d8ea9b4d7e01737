/** A person under treatment, as the managing institution knows them. */
import type { Gender } from './gender.ts';

/** Who acts for a patient who cannot: a parent, most often. */
export interface Guardian {
  readonly name: string;
  /** such as 母亲 */
  readonly relation: string | null;
  readonly phone: string | null;
}

/** What is known of a person; imports replace it as a whole. */
export interface PatientIdentity {
  readonly name: string;
  readonly gender: Gender;
  /** YYYY-MM-DD */
  readonly birthDate: string;
  /** GB 11643, check digit verified. */
  readonly identityNumber: string | null;
  readonly phone: string | null;
  readonly address: string | null;
  readonly guardian: Guardian | null;
}

export interface Patient extends PatientIdentity {
  readonly id: string;
  /** The managing institution: it alone keeps the record, and answers for it. */
  readonly institutionId: string;
}
