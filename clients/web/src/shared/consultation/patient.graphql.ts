/** Written by `npm run codegen` from the file beside it. */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@urql/core';
/** Administrative gender, as FHIR R4 has it. */
export type Gender =
  /** 男. */
  | 'MALE'
  /** 女. */
  | 'FEMALE'
  /** 其他. */
  | 'OTHER'
  /** 未知. */
  | 'UNKNOWN';

export type ConsultationPatientQueryVariables = Exact<{
  id: string;
}>;


export type ConsultationPatientQuery = { readonly consultation: { readonly id: string, readonly patient: { readonly id: string, readonly name: string, readonly gender: Gender, readonly birthDate: string, readonly identityNumber: string | null } } | null };


export const ConsultationPatientDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ConsultationPatient"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"consultation"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"patient"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"gender"}},{"kind":"Field","name":{"kind":"Name","value":"birthDate"}},{"kind":"Field","name":{"kind":"Name","value":"identityNumber"}}]}}]}}]}}]} as unknown as DocumentNode<ConsultationPatientQuery, ConsultationPatientQueryVariables>;