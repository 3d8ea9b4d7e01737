/** Where a bundle's contents go, and how many of them were new. */
import type { Ids } from '@huizhen/platform/time/clock';
import type { ReadPatient } from '../fhir/read-resource.ts';

export interface ImportInto {
  readonly institutionId: string;
  readonly ids: Ids;
  newPatientId(patient: ReadPatient): string;
}

export interface ImportCounts {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
}
