/** One entry of a patient's record: a FHIR R4 resource, as far as the platform reads it. The raw resource stays beside it. */
export const recordKinds = ['Encounter', 'Condition', 'Observation', 'Medication', 'Allergy'] as const;
export type RecordKind = (typeof recordKinds)[number];

interface Coding {
  readonly system: string | null;
  readonly code: string;
  readonly display: string | null;
}

interface ObservedPart {
  readonly code: Coding;
  readonly value: number | null;
  readonly unit: string | null;
  readonly text: string | null;
}

/** Everything that is sealed. What does not occur in an entry's kind is null or empty. */
export interface RecordContent {
  readonly resourceType: string;
  readonly code: Coding;
  readonly status: string | null;
  readonly text: string | null;
  readonly value: number | null;
  readonly unit: string | null;
  readonly components: readonly ObservedPart[];
  readonly classCode: string | null;
  readonly verification: string | null;
  readonly criticality: string | null;
}

export interface ClinicalRecord {
  readonly id: string;
  readonly patientId: string;
  readonly kind: RecordKind;
  readonly effectiveAt: Date | null;
  readonly endedAt: Date | null;
  readonly content: RecordContent;
}
