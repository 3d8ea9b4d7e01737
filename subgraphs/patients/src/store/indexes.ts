/** Keyed fingerprints under which rows are found and compared without being read. In hex, to travel inside JSON. */
import type { UnitKeys } from '@huizhen/platform/subgraph/unit-keys';

export interface Indexes {
  /** The same key of two institutions gives two indexes, as keys are unique per source only. */
  patientSource(institutionId: string, sourceKey: string): string;
  identityNumber(institutionId: string, identityNumber: string): string;
  phone(institutionId: string, phone: string): string;
  recordSource(patientId: string, sourceKey: string): string;
  /** Equal codes of two patients do not look equal. */
  code(patientId: string, code: string): string;
  content(patientId: string, contentHash: string): string;
}

export function indexesWith(keys: UnitKeys): Indexes {
  const index = (column: string) => (scope: string, value: string) =>
    keys.blindIndex(column, `${scope}|${value}`).toString('hex');
  return {
    patientSource: index('patients.source'),
    identityNumber: index('patients.identity_number'),
    phone: index('patients.phone'),
    recordSource: index('resources.source'),
    code: index('resources.code'),
    content: index('content'),
  };
}
