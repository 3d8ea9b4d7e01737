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

/** SNAPSHOT comes first and holds everything; the others hold the one consultation that changed. */
export type QueueEventKind =
  /** Everything that is in the queue now. */
  | 'SNAPSHOT'
  /** One came in. */
  | 'ENTERED'
  /** One in it changed. */
  | 'CHANGED'
  /** One went out. */
  | 'LEFT';

/** How soon the first answer is due (紧急程度). */
export type Urgency =
  /** 普通: within a quarter of an hour. */
  | 'ROUTINE'
  /** 紧急: within ten minutes. */
  | 'URGENT'
  /** 危急: at once, within five minutes. */
  | 'CRITICAL';

export type MyCasesSubscriptionVariables = Exact<{
  after?: string | null | undefined;
}>;


export type MyCasesSubscription = { readonly consultationQueue: { readonly cursor: string, readonly kind: QueueEventKind, readonly consultations: ReadonlyArray<{ readonly id: string, readonly number: string, readonly status: ConsultationStatus, readonly urgency: Urgency, readonly specialty: string, readonly respondBy: string | null, readonly submittedAt: string | null, readonly updatedAt: string, readonly overdue: boolean, readonly availableActions: ReadonlyArray<ConsultationAction>, readonly requester: { readonly id: string, readonly name: string }, readonly patient: { readonly id: string, readonly name: string, readonly birthDate: string } }> } };

export type LatelyCompletedQueryVariables = Exact<{ [key: string]: never; }>;


export type LatelyCompletedQuery = { readonly consultations: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly number: string, readonly specialty: string, readonly updatedAt: string, readonly requester: { readonly id: string, readonly name: string }, readonly patient: { readonly id: string, readonly name: string, readonly birthDate: string } }> } };


export const MyCasesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"MyCases"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"consultationQueue"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"statuses"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"DRAFT"},{"kind":"EnumValue","value":"UNDER_REVIEW"},{"kind":"EnumValue","value":"RETURNED"},{"kind":"EnumValue","value":"PENDING"},{"kind":"EnumValue","value":"ASSIGNED"},{"kind":"EnumValue","value":"IN_PROGRESS"},{"kind":"EnumValue","value":"INTERRUPTED"},{"kind":"EnumValue","value":"AWAITING_OPINION"}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"consultations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"urgency"}},{"kind":"Field","name":{"kind":"Name","value":"specialty"}},{"kind":"Field","name":{"kind":"Name","value":"respondBy"}},{"kind":"Field","name":{"kind":"Name","value":"submittedAt"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"overdue"}},{"kind":"Field","name":{"kind":"Name","value":"availableActions"}},{"kind":"Field","name":{"kind":"Name","value":"requester"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"patient"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"birthDate"}}]}}]}}]}}]}}]} as unknown as DocumentNode<MyCasesSubscription, MyCasesSubscriptionVariables>;
export const LatelyCompletedDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"LatelyCompleted"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"consultations"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"statuses"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"COMPLETED"}]}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"specialty"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"requester"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"patient"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"birthDate"}}]}}]}}]}}]}}]} as unknown as DocumentNode<LatelyCompletedQuery, LatelyCompletedQueryVariables>;