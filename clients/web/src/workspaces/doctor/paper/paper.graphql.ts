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

/** 主任医师, 副主任医师, 主治医师, 住院医师, 村医. */
export type ProfessionalTitle =
  /** 主任医师. */
  | 'CHIEF_PHYSICIAN'
  /** 副主任医师. */
  | 'ASSOCIATE_CHIEF_PHYSICIAN'
  /** 主治医师. */
  | 'ATTENDING_PHYSICIAN'
  /** 住院医师. */
  | 'RESIDENT_PHYSICIAN'
  /** 村医. */
  | 'VILLAGE_DOCTOR';

export type PaperPatientQueryVariables = Exact<{
  id: string;
}>;


export type PaperPatientQuery = { readonly consultation: { readonly id: string, readonly patient: { readonly id: string, readonly name: string, readonly gender: Gender, readonly birthDate: string, readonly identityNumber: string | null } } | null };

export type PaperExpertsQueryVariables = Exact<{
  id: string;
}>;


export type PaperExpertsQuery = { readonly consultation: { readonly id: string, readonly opinions: ReadonlyArray<{ readonly id: string, readonly expert: { readonly id: string, readonly specialties: ReadonlyArray<string>, readonly practitioner: { readonly id: string, readonly title: ProfessionalTitle, readonly institution: { readonly id: string, readonly name: string } } } }> } | null };


export const PaperPatientDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PaperPatient"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"consultation"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"patient"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"gender"}},{"kind":"Field","name":{"kind":"Name","value":"birthDate"}},{"kind":"Field","name":{"kind":"Name","value":"identityNumber"}}]}}]}}]}}]} as unknown as DocumentNode<PaperPatientQuery, PaperPatientQueryVariables>;
export const PaperExpertsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PaperExperts"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"consultation"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"opinions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"expert"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"specialties"}},{"kind":"Field","name":{"kind":"Name","value":"practitioner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"institution"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<PaperExpertsQuery, PaperExpertsQueryVariables>;