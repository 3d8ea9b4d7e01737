/** The GraphQL documents that an app has published: in production it may send these and no others. */
import type { FieldFault } from '@huizhen/platform/errors/expected-errors';

export class TrustedDocument {
  appId!: string;
  /** SHA-256 of the text, in hexadecimal: the same text has the same id everywhere. */
  id!: string;
  text!: string;
  operationNames!: string[];
  publishedAt!: Date;
  withdrawnAt!: Date | null;
}

export const documentLimits = { bytes: 64 * 1024, atOnce: 200, ofOneApp: 2_000 } as const;

/** What a text turned out to hold when it was read as GraphQL. */
export interface ReadDocument {
  readonly id: string;
  readonly text: string;
  readonly bytes: number;
  /** Null for an operation without a name. */
  readonly operationNames: readonly (string | null)[];
  /** Where and why it is no GraphQL, or holds what cannot be asked; null when it can. */
  readonly fault: string | null;
}

/** All faults of all documents at once; empty when they can be stored. */
export function faultsOfDocuments(documents: readonly ReadDocument[]): FieldFault[] {
  const { atOnce } = documentLimits;
  if (documents.length === 0 || documents.length > atOnce)
    return [{ path: 'input.documents', message: `from 1 to ${atOnce} at once` }];
  return documents.flatMap((document, at) =>
    faultsOf(document).map((message) => ({ path: `input.documents.${at}.text`, message })),
  );
}

function faultsOf({ bytes, fault, operationNames }: ReadDocument): string[] {
  if (bytes > documentLimits.bytes) return [`is larger than ${documentLimits.bytes} bytes: split it`];
  if (fault !== null) return [fault];
  if (operationNames.length === 0) return ['holds no operation'];
  // Usage is counted by name, and whoever looks at the counters should know what was asked.
  if (operationNames.includes(null)) return ['has an operation without a name: name it'];
  return [];
}
