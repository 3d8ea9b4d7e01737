/** Written by `npm run codegen` from the file beside it. */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@urql/core';
/** What a patient agrees to, each by a signature of its own. */
export type ConsentPurpose =
  /** 远程会诊: that experts see the record while they are asked. */
  | 'REMOTE_CONSULTATION'
  /** 教学: use for teaching. */
  | 'TEACHING'
  /** 科研: use for research. */
  | 'RESEARCH'
  /** 录音录像: recording of the session. */
  | 'RECORDING';

/** A consent that was just signed. */
export type RecordConsentInput = {
  /** Who agrees. */
  readonly patientId: string;
  /** What is agreed to. */
  readonly purpose: ConsentPurpose;
  /** The name of the patient or guardian who signed. */
  readonly signedBy: string;
  /** When it ends by itself; leave it out for until withdrawal. */
  readonly validUntil?: string | null | undefined;
  /** The same key with the same input records one consent only. */
  readonly idempotencyKey?: string | null | undefined;
};

export type RecordConsentMutationVariables = Exact<{
  input: RecordConsentInput;
}>;


export type RecordConsentMutation = { readonly recordConsent: { readonly id: string, readonly purpose: ConsentPurpose, readonly textVersion: string, readonly signedAt: string, readonly validUntil: string | null, readonly withdrawnAt: string | null } };


export const RecordConsentDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RecordConsent"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RecordConsentInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"recordConsent"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"purpose"}},{"kind":"Field","name":{"kind":"Name","value":"textVersion"}},{"kind":"Field","name":{"kind":"Name","value":"signedAt"}},{"kind":"Field","name":{"kind":"Name","value":"validUntil"}},{"kind":"Field","name":{"kind":"Name","value":"withdrawnAt"}}]}}]}}]} as unknown as DocumentNode<RecordConsentMutation, RecordConsentMutationVariables>;