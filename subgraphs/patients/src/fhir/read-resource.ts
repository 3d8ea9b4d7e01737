/** The plain records that an imported FHIR resource becomes; the raw resource always stays beside them. */

export interface Coding {
  readonly system: string | null;
  readonly code: string;
  readonly display: string | null;
}

/** Where a record came from, and whether it changed since the last import. */
export interface SourceFacts {
  /** place in the bundle, from 0 */
  readonly index: number;
  readonly sourceKey: string;
  /** SHA-256 of the canonical JSON, hex */
  readonly contentHash: string;
  /** the whole resource as canonical JSON text */
  readonly raw: string;
}

export type FhirGender = 'male' | 'female' | 'other' | 'unknown';

export interface OtherIdentifier {
  readonly system: string | null;
  /** code of identifier.type, such as MR or PPN */
  readonly type: string | null;
  readonly value: string;
}

export interface PatientFacts {
  readonly resourceType: 'Patient';
  readonly name: string;
  readonly gender: FhirGender;
  /** YYYY-MM-DD */
  readonly birthDate: string;
  /** resident identity number (GB 11643), upper case, check digit verified */
  readonly identityNumber: string | null;
  readonly otherIdentifiers: readonly OtherIdentifier[];
  readonly phone: string | null;
  readonly address: string | null;
}

interface ClinicalFactsOfAnyType {
  readonly code: Coding;
  readonly status: string | null;
  /** the source withdrew it: keep it for the trace, show it to nobody as a fact */
  readonly enteredInError: boolean;
  readonly effectiveAt: Date | null;
  readonly endedAt: Date | null;
  readonly text: string | null;
}

export interface EncounterFacts extends ClinicalFactsOfAnyType {
  readonly resourceType: 'Encounter';
  /** HL7 v3 ActCode: AMB, IMP, EMER, VR … */
  readonly classCode: string | null;
}

export interface ConditionFacts extends ClinicalFactsOfAnyType {
  readonly resourceType: 'Condition';
  readonly verification: string | null;
}

export interface ObservedValue {
  readonly value: number | null;
  readonly unit: string | null;
  readonly text: string | null;
}

export interface ObservationComponent extends ObservedValue {
  readonly code: Coding;
}

export interface ObservationFacts extends ClinicalFactsOfAnyType, ObservedValue {
  readonly resourceType: 'Observation';
  /** blood pressure and other panels: one value each */
  readonly components: readonly ObservationComponent[];
}

export interface MedicationFacts extends ClinicalFactsOfAnyType {
  readonly resourceType: 'MedicationRequest' | 'MedicationStatement';
}

export interface AllergyFacts extends ClinicalFactsOfAnyType {
  readonly resourceType: 'AllergyIntolerance';
  readonly verification: string | null;
  readonly criticality: string | null;
}

export type ClinicalFacts = EncounterFacts | ConditionFacts | ObservationFacts | MedicationFacts | AllergyFacts;

/** Whose record it is, by the patient's source key, and whether that patient came in the same bundle. */
export interface PatientLink {
  readonly patientKey: string;
  readonly patientInBundle: boolean;
}

export type ReadPatient = PatientFacts & SourceFacts;
export type ReadClinical = ClinicalFacts & SourceFacts & PatientLink;
export type ReadResource = ReadPatient | ReadClinical;
