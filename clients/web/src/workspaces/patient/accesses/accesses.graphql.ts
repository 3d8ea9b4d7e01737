/** Written by `npm run codegen` from the file beside it. */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@urql/core';
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

/** What somebody may do on the platform. */
export type Role =
  /** 基层医生: asks for consultations. */
  | 'REQUESTER'
  /** 专家: answers them. */
  | 'EXPERT'
  /** 会诊中心调度: reviews requests and finds experts. */
  | 'COORDINATOR'
  /** 患者: whom they are about. */
  | 'PATIENT'
  /** 药师: reviews prescriptions. */
  | 'PHARMACIST'
  /** 财务: settles bills. */
  | 'FINANCE'
  /** 审计: looks at who did what. */
  | 'AUDITOR'
  /** 管理员: manages accounts. */
  | 'ADMIN'
  /** 合作系统: an application that acts for a clinician. */
  | 'PARTNER';

export type MyAccessesQueryVariables = Exact<{
  id: string;
  after?: string | null | undefined;
}>;


export type MyAccessesQuery = { readonly patient: { readonly id: string, readonly accesses: { readonly pageInfo: { readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly id: string, readonly firstAt: string, readonly lastAt: string, readonly times: number, readonly roles: ReadonlyArray<Role>, readonly actions: ReadonlyArray<string>, readonly purposes: ReadonlyArray<string>, readonly practitioner: { readonly id: string, readonly name: string, readonly title: ProfessionalTitle } | null, readonly institution: { readonly id: string, readonly name: string } | null }> } } | null };


export const MyAccessesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"MyAccesses"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"patient"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"accesses"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"30"}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"firstAt"}},{"kind":"Field","name":{"kind":"Name","value":"lastAt"}},{"kind":"Field","name":{"kind":"Name","value":"times"}},{"kind":"Field","name":{"kind":"Name","value":"roles"}},{"kind":"Field","name":{"kind":"Name","value":"actions"}},{"kind":"Field","name":{"kind":"Name","value":"purposes"}},{"kind":"Field","name":{"kind":"Name","value":"practitioner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}},{"kind":"Field","name":{"kind":"Name","value":"institution"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<MyAccessesQuery, MyAccessesQueryVariables>;