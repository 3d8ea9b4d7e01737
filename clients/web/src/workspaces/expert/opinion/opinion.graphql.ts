/** Written by `npm run codegen` from the file beside it. */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@urql/core';
/** A new version of the own opinion after completion. */
export type AmendOpinionInput = {
  /** The consultation. */
  readonly consultationId: string;
  /** A remark for the timeline; at most 2,000 characters. */
  readonly note?: string | null | undefined;
  /** The same key with the same input answers the same and does nothing twice. */
  readonly idempotencyKey?: string | null | undefined;
  /** What the expert takes it for; at most 2,000 characters. */
  readonly diagnosis: string;
  /** ICD-10 code of the diagnosis. */
  readonly diseaseCode?: string | null | undefined;
  /** What the expert advises; at most 10,000 characters. */
  readonly advice: string;
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

/** An expert’s opinion. */
export type SignOpinionInput = {
  /** The consultation. */
  readonly consultationId: string;
  /** A remark for the timeline; at most 2,000 characters. */
  readonly note?: string | null | undefined;
  /** The same key with the same input answers the same and does nothing twice. */
  readonly idempotencyKey?: string | null | undefined;
  /** What the expert takes it for; at most 2,000 characters. */
  readonly diagnosis: string;
  /** ICD-10 code of the diagnosis. */
  readonly diseaseCode?: string | null | undefined;
  /** What the expert advises; at most 10,000 characters. */
  readonly advice: string;
};

export type OpinionTakenFragment = { readonly id: string, readonly status: ConsultationStatus, readonly updatedAt: string, readonly availableActions: ReadonlyArray<ConsultationAction>, readonly opinions: ReadonlyArray<{ readonly id: string, readonly diagnosis: string, readonly diseaseCode: string | null, readonly advice: string, readonly signedAt: string, readonly version: number, readonly expert: { readonly id: string, readonly practitioner: { readonly id: string, readonly name: string } } }> };

export type SignOpinionMutationVariables = Exact<{
  input: SignOpinionInput;
}>;


export type SignOpinionMutation = { readonly signed: OpinionTakenFragment };

export type AmendOpinionMutationVariables = Exact<{
  input: AmendOpinionInput;
}>;


export type AmendOpinionMutation = { readonly signed: OpinionTakenFragment };

export const OpinionTakenFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OpinionTaken"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Consultation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"availableActions"}},{"kind":"Field","name":{"kind":"Name","value":"opinions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"diagnosis"}},{"kind":"Field","name":{"kind":"Name","value":"diseaseCode"}},{"kind":"Field","name":{"kind":"Name","value":"advice"}},{"kind":"Field","name":{"kind":"Name","value":"signedAt"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"expert"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"practitioner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]} as unknown as DocumentNode<OpinionTakenFragment, unknown>;
export const SignOpinionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"SignOpinion"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SignOpinionInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"signed"},"name":{"kind":"Name","value":"signOpinion"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"OpinionTaken"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OpinionTaken"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Consultation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"availableActions"}},{"kind":"Field","name":{"kind":"Name","value":"opinions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"diagnosis"}},{"kind":"Field","name":{"kind":"Name","value":"diseaseCode"}},{"kind":"Field","name":{"kind":"Name","value":"advice"}},{"kind":"Field","name":{"kind":"Name","value":"signedAt"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"expert"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"practitioner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]} as unknown as DocumentNode<SignOpinionMutation, SignOpinionMutationVariables>;
export const AmendOpinionDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"AmendOpinion"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AmendOpinionInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","alias":{"kind":"Name","value":"signed"},"name":{"kind":"Name","value":"amendOpinion"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"OpinionTaken"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OpinionTaken"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Consultation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"updatedAt"}},{"kind":"Field","name":{"kind":"Name","value":"availableActions"}},{"kind":"Field","name":{"kind":"Name","value":"opinions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"diagnosis"}},{"kind":"Field","name":{"kind":"Name","value":"diseaseCode"}},{"kind":"Field","name":{"kind":"Name","value":"advice"}},{"kind":"Field","name":{"kind":"Name","value":"signedAt"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"expert"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"practitioner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]} as unknown as DocumentNode<AmendOpinionMutation, AmendOpinionMutationVariables>;