/** Written by `npm run codegen` from the file beside it. */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@urql/core';
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

/** What to change in a draft or a returned request; the rest stays. */
export type UpdateConsultationInput = {
  /** The consultation. */
  readonly consultationId: string;
  /** A remark for the timeline; at most 2,000 characters. */
  readonly note?: string | null | undefined;
  /** The same key with the same input answers the same and does nothing twice. */
  readonly idempotencyKey?: string | null | undefined;
  /** What kind of service is asked for. */
  readonly kind?: ServiceKind | null | undefined;
  /** How soon the first answer is due. */
  readonly urgency?: Urgency | null | undefined;
  /** The specialty that an answer is wanted from. */
  readonly specialty?: string | null | undefined;
  /** ICD-10 code of the suspected disease; null removes it. */
  readonly diseaseCode?: string | null | undefined;
  /** Why it is asked and what for; at most 2,000 characters. */
  readonly reason?: string | null | undefined;
  /** History, findings and treatment so far; at most 10,000 characters. */
  readonly summary?: string | null | undefined;
};

/** How soon the first answer is due (紧急程度). */
export type Urgency =
  /** 普通: within a quarter of an hour. */
  | 'ROUTINE'
  /** 紧急: within ten minutes. */
  | 'URGENT'
  /** 危急: at once, within five minutes. */
  | 'CRITICAL';

export type RequestTextFragment = { readonly id: string, readonly kind: ServiceKind, readonly urgency: Urgency, readonly specialty: string, readonly diseaseCode: string | null, readonly reason: string, readonly summary: string, readonly status: ConsultationStatus, readonly updatedAt: string, readonly availableActions: ReadonlyArray<ConsultationAction>, readonly missing: ReadonlyArray<{ readonly path: string, readonly message: string }> | null };

export type RequestToWriteQueryVariables = Exact<{
  id: string;
}>;


export type RequestToWriteQuery = { readonly consultation: (
    { readonly patient: { readonly id: string } }
    & RequestTextFragment
  ) | null };

export type UpdateRequestMutationVariables = Exact<{
  input: UpdateConsultationInput;
}>;


export type UpdateRequestMutation = { readonly updateConsultation: RequestTextFragment };

export type SubmitRequestMutationVariables = Exact<{
  input: ConsultationInput;
}>;


export type SubmitRequestMutation = { readonly submitConsultation: (
    { readonly submittedAt: string | null }
    & RequestTextFragment
  ) };

export const RequestTextFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RequestText"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Consultation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"urgency"}},{"kind":"Field","name":{"kind":"Name","value":"specialty"}},{"kind":"Field","name":{"kind":"Name","value":"diseaseCode"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"availableActions"}},{"kind":"Field","name":{"kind":"Name","value":"missing"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]} as unknown as DocumentNode<RequestTextFragment, unknown>;
export const RequestToWriteDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"RequestToWrite"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"consultation"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"RequestText"}},{"kind":"Field","name":{"kind":"Name","value":"patient"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RequestText"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Consultation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"urgency"}},{"kind":"Field","name":{"kind":"Name","value":"specialty"}},{"kind":"Field","name":{"kind":"Name","value":"diseaseCode"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"availableActions"}},{"kind":"Field","name":{"kind":"Name","value":"missing"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]} as unknown as DocumentNode<RequestToWriteQuery, RequestToWriteQueryVariables>;
export const UpdateRequestDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UpdateRequest"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateConsultationInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updateConsultation"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"RequestText"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RequestText"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Consultation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"urgency"}},{"kind":"Field","name":{"kind":"Name","value":"specialty"}},{"kind":"Field","name":{"kind":"Name","value":"diseaseCode"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"availableActions"}},{"kind":"Field","name":{"kind":"Name","value":"missing"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]} as unknown as DocumentNode<UpdateRequestMutation, UpdateRequestMutationVariables>;
export const SubmitRequestDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SubmitRequest"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ConsultationInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"submitConsultation"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"RequestText"}},{"kind":"Field","name":{"kind":"Name","value":"submittedAt"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RequestText"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Consultation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"urgency"}},{"kind":"Field","name":{"kind":"Name","value":"specialty"}},{"kind":"Field","name":{"kind":"Name","value":"diseaseCode"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"availableActions"}},{"kind":"Field","name":{"kind":"Name","value":"missing"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"path"}},{"kind":"Field","name":{"kind":"Name","value":"message"}}]}}]}}]} as unknown as DocumentNode<SubmitRequestMutation, SubmitRequestMutationVariables>;