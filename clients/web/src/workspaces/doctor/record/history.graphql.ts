/** Written by `npm run codegen` from the file beside it. */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@urql/core';
/** 草稿, 待审核, 已退回, 待分配, 已分配专家, 进行中, 已中断, 待出意见, 已完成, 已取消. */
export type ConsultationStatus =
  /** 草稿: being written. */
  | 'DRAFT'
  /** 待审核: the coordinator checks it. */
  | 'UNDER_REVIEW'
  /** 已退回: something is missing. */
  | 'RETURNED'
  /** 待分配: waits for an expert. */
  | 'PENDING'
  /** 已分配专家: an expert has accepted. */
  | 'ASSIGNED'
  /** 进行中: the session is on. */
  | 'IN_PROGRESS'
  /** 已中断: the session broke off and can go on. */
  | 'INTERRUPTED'
  /** 待出意见: the session is over, opinions are due. */
  | 'AWAITING_OPINION'
  /** 已完成: concluded by the requester. */
  | 'COMPLETED'
  /** 已取消: closed without a conclusion. */
  | 'CANCELLED';

export type ConsultationsOfPatientQueryVariables = Exact<{
  patientId: string;
}>;


export type ConsultationsOfPatientQuery = { readonly consultations: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly number: string, readonly status: ConsultationStatus, readonly specialty: string, readonly updatedAt: string, readonly requester: { readonly id: string, readonly name: string } }> } };


export const ConsultationsOfPatientDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ConsultationsOfPatient"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"patientId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"consultations"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"patientId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"patientId"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"specialty"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"requester"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]} as unknown as DocumentNode<ConsultationsOfPatientQuery, ConsultationsOfPatientQueryVariables>;