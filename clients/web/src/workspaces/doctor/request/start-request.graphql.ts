/** Written by `npm run codegen` from the file beside it. */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@urql/core';
/** A request for an expert’s answer, as a draft. */
export type CreateConsultationInput = {
  /** A patient of the own institution. */
  readonly patientId: string;
  /** What kind of service is asked for. */
  readonly kind: ServiceKind;
  /** How soon the first answer is due. */
  readonly urgency: Urgency;
  /** The specialty that an answer is wanted from; at most 100 characters. */
  readonly specialty: string;
  /** ICD-10 code of the suspected disease. */
  readonly diseaseCode?: string | null | undefined;
  /** Why it is asked and what for; at most 2,000 characters. */
  readonly reason: string;
  /** History, findings and treatment so far; at most 10,000 characters. */
  readonly summary: string;
  /** The same key with the same input answers the same and does nothing twice. */
  readonly idempotencyKey?: string | null | undefined;
};

/** 远程会诊, 远程诊断, 多学科会诊, 急会诊, 复诊. */
export type ServiceKind =
  /** 远程会诊: the inviting side concludes. */
  | 'CONSULTATION'
  /** 远程诊断: the invited side signs the report. */
  | 'DIAGNOSIS'
  /** 多学科会诊: experts of several specialties. */
  | 'MULTIDISCIPLINARY'
  /** 急会诊: at once. */
  | 'EMERGENCY'
  /** 复诊: a patient who was seen before. */
  | 'FOLLOW_UP';

/** How soon the first answer is due (紧急程度). */
export type Urgency =
  /** 普通: within a quarter of an hour. */
  | 'ROUTINE'
  /** 紧急: within ten minutes. */
  | 'URGENT'
  /** 危急: at once, within five minutes. */
  | 'CRITICAL';

export type StartRequestMutationVariables = Exact<{
  input: CreateConsultationInput;
}>;


export type StartRequestMutation = { readonly createConsultation: { readonly id: string } };

export type OpenDraftsQueryVariables = Exact<{
  patientId: string;
}>;


export type OpenDraftsQuery = { readonly consultations: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly requester: { readonly id: string } }> } };


export const StartRequestDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"StartRequest"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateConsultationInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createConsultation"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]} as unknown as DocumentNode<StartRequestMutation, StartRequestMutationVariables>;
export const OpenDraftsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"OpenDrafts"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"patientId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"consultations"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"patientId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"patientId"}}},{"kind":"Argument","name":{"kind":"Name","value":"statuses"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"DRAFT"}]}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"10"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"requester"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]}}]} as unknown as DocumentNode<OpenDraftsQuery, OpenDraftsQueryVariables>;