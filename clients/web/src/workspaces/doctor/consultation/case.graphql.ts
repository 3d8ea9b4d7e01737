/** Written by `npm run codegen` from the file beside it. */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@urql/core';
/** What the requester adds after completion. */
export type AmendConclusionInput = {
  /** The consultation. */
  readonly consultationId: string;
  /** A remark for the timeline; at most 2,000 characters. */
  readonly note?: string | null | undefined;
  /** The same key with the same input answers the same and does nothing twice. */
  readonly idempotencyKey?: string | null | undefined;
  /** The addition; at most 10,000 characters. */
  readonly conclusion: string;
};

/** Why a consultation was cancelled (取消原因). */
export type CloseReason =
  /** 申请方取消. */
  | 'REQUESTER'
  /** 审核不通过. */
  | 'REVIEW_REJECTED'
  /** 专家均拒绝. */
  | 'ALL_DECLINED'
  /** 超时. */
  | 'TIMED_OUT'
  /** 未到. */
  | 'NO_SHOW'
  /** 中断后未恢复. */
  | 'INTERRUPTED'
  /** 转为线下. */
  | 'TRANSFERRED_OFFLINE';

/** The requester’s own decision. */
export type CompleteConsultationInput = {
  /** The consultation. */
  readonly consultationId: string;
  /** A remark for the timeline; at most 2,000 characters. */
  readonly note?: string | null | undefined;
  /** The same key with the same input answers the same and does nothing twice. */
  readonly idempotencyKey?: string | null | undefined;
  /** The conclusion; at most 10,000 characters. */
  readonly conclusion: string;
};

/** What can be done with a consultation; each is a mutation. */
export type ConsultationAction =
  /** updateConsultation. */
  | 'UPDATE'
  /** submitConsultation. */
  | 'SUBMIT'
  /** approveConsultation. */
  | 'APPROVE'
  /** returnConsultation. */
  | 'RETURN'
  /** inviteExperts. */
  | 'INVITE'
  /** acceptInvitation. */
  | 'ACCEPT'
  /** declineInvitation. */
  | 'DECLINE'
  /** startSession. */
  | 'START'
  /** interruptSession. */
  | 'INTERRUPT'
  /** resumeSession. */
  | 'RESUME'
  /** endSession. */
  | 'END'
  /** signOpinion. */
  | 'SIGN_OPINION'
  /** completeConsultation. */
  | 'COMPLETE'
  /** cancelConsultation. */
  | 'CANCEL'
  /** amendOpinion or amendConclusion. */
  | 'AMEND';

/** Which consultation, and a remark for its timeline. */
export type ConsultationInput = {
  /** The consultation. */
  readonly consultationId: string;
  /** A remark for the timeline; at most 2,000 characters. */
  readonly note?: string | null | undefined;
  /** The same key with the same input answers the same and does nothing twice. */
  readonly idempotencyKey?: string | null | undefined;
};

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

export type PatientOfCaseQueryVariables = Exact<{
  id: string;
}>;


export type PatientOfCaseQuery = { readonly consultation: { readonly id: string, readonly patient: { readonly id: string } } | null };

export type CaseStepFragment = { readonly id: string, readonly status: ConsultationStatus, readonly updatedAt: string, readonly availableActions: ReadonlyArray<ConsultationAction>, readonly conclusion: string | null, readonly closeReason: CloseReason | null };

export type CancelCaseMutationVariables = Exact<{
  input: ConsultationInput;
}>;


export type CancelCaseMutation = { readonly cancelConsultation: CaseStepFragment };

export type ConcludeMutationVariables = Exact<{
  input: CompleteConsultationInput;
}>;


export type ConcludeMutation = { readonly signed: CaseStepFragment };

export type AddToConclusionMutationVariables = Exact<{
  input: AmendConclusionInput;
}>;


export type AddToConclusionMutation = { readonly signed: CaseStepFragment };

export const CaseStepFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CaseStep"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Consultation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"availableActions"}},{"kind":"Field","name":{"kind":"Name","value":"conclusion"}},{"kind":"Field","name":{"kind":"Name","value":"closeReason"}}]}}]} as unknown as DocumentNode<CaseStepFragment, unknown>;
export const PatientOfCaseDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PatientOfCase"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"consultation"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"patient"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]} as unknown as DocumentNode<PatientOfCaseQuery, PatientOfCaseQueryVariables>;
export const CancelCaseDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CancelCase"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ConsultationInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cancelConsultation"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CaseStep"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CaseStep"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Consultation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"availableActions"}},{"kind":"Field","name":{"kind":"Name","value":"conclusion"}},{"kind":"Field","name":{"kind":"Name","value":"closeReason"}}]}}]} as unknown as DocumentNode<CancelCaseMutation, CancelCaseMutationVariables>;
export const ConcludeDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"Conclude"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CompleteConsultationInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"signed"},"name":{"kind":"Name","value":"completeConsultation"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CaseStep"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CaseStep"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Consultation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"availableActions"}},{"kind":"Field","name":{"kind":"Name","value":"conclusion"}},{"kind":"Field","name":{"kind":"Name","value":"closeReason"}}]}}]} as unknown as DocumentNode<ConcludeMutation, ConcludeMutationVariables>;
export const AddToConclusionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AddToConclusion"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AmendConclusionInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"signed"},"name":{"kind":"Name","value":"amendConclusion"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"CaseStep"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"CaseStep"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Consultation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"availableActions"}},{"kind":"Field","name":{"kind":"Name","value":"conclusion"}},{"kind":"Field","name":{"kind":"Name","value":"closeReason"}}]}}]} as unknown as DocumentNode<AddToConclusionMutation, AddToConclusionMutationVariables>;