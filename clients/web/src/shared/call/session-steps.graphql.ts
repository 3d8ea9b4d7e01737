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

export type SessionStepFragment = { readonly id: string, readonly status: ConsultationStatus, readonly updatedAt: string, readonly availableActions: ReadonlyArray<ConsultationAction> };

export type StartSessionMutationVariables = Exact<{
  input: ConsultationInput;
}>;


export type StartSessionMutation = { readonly startSession: SessionStepFragment };

export type InterruptSessionMutationVariables = Exact<{
  input: ConsultationInput;
}>;


export type InterruptSessionMutation = { readonly interruptSession: SessionStepFragment };

export type ResumeSessionMutationVariables = Exact<{
  input: ConsultationInput;
}>;


export type ResumeSessionMutation = { readonly resumeSession: SessionStepFragment };

export type EndSessionMutationVariables = Exact<{
  input: ConsultationInput;
}>;


export type EndSessionMutation = { readonly endSession: SessionStepFragment };

export const SessionStepFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SessionStep"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Consultation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"availableActions"}}]}}]} as unknown as DocumentNode<SessionStepFragment, unknown>;
export const StartSessionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"StartSession"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ConsultationInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"startSession"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SessionStep"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SessionStep"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Consultation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"availableActions"}}]}}]} as unknown as DocumentNode<StartSessionMutation, StartSessionMutationVariables>;
export const InterruptSessionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"InterruptSession"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ConsultationInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"interruptSession"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SessionStep"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SessionStep"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Consultation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"availableActions"}}]}}]} as unknown as DocumentNode<InterruptSessionMutation, InterruptSessionMutationVariables>;
export const ResumeSessionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ResumeSession"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ConsultationInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"resumeSession"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SessionStep"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SessionStep"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Consultation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"availableActions"}}]}}]} as unknown as DocumentNode<ResumeSessionMutation, ResumeSessionMutationVariables>;
export const EndSessionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"EndSession"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ConsultationInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"endSession"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"SessionStep"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SessionStep"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Consultation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"availableActions"}}]}}]} as unknown as DocumentNode<EndSessionMutation, EndSessionMutationVariables>;