/** Written by `npm run codegen` from the file beside it. */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@urql/core';
/** Which consultation, and how good the line is. */
export type JoinRoomInput = {
  /** The consultation. */
  readonly consultationId: string;
  /** How good the line is now. */
  readonly networkQuality?: NetworkQuality | null | undefined;
  /** Not needed: joining again is harmless and answers a fresh token. */
  readonly idempotencyKey?: string | null | undefined;
};

/** How good a participant’s line is, as livekit-client measures it. */
export type NetworkQuality =
  /** Room to spare. */
  | 'EXCELLENT'
  /** Enough for the picture. */
  | 'GOOD'
  /** The picture suffers. */
  | 'POOR'
  /** Only the sound is safe. */
  | 'CRITICAL';

/** One reading of the line during a call. */
export type ReportNetworkQualityInput = {
  /** The consultation. */
  readonly consultationId: string;
  /** How good the line is now. */
  readonly networkQuality: NetworkQuality;
  /** Not needed: every reading counts. */
  readonly idempotencyKey?: string | null | undefined;
};

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

export type JoinRoomMutationVariables = Exact<{
  input: JoinRoomInput;
}>;


export type JoinRoomMutation = { readonly joinRoom: { readonly url: string, readonly token: string, readonly expiresAt: string, readonly room: string, readonly video: { readonly maxBitrateKbps: number, readonly width: number, readonly height: number, readonly framesPerSecond: number, readonly audioOnly: boolean, readonly because: string } } };

export type ReportNetworkQualityMutationVariables = Exact<{
  input: ReportNetworkQualityInput;
}>;


export type ReportNetworkQualityMutation = { readonly reportNetworkQuality: { readonly maxBitrateKbps: number, readonly width: number, readonly height: number, readonly framesPerSecond: number, readonly audioOnly: boolean, readonly because: string } };

export type RoomPeopleQueryVariables = Exact<{
  consultationId: string;
}>;


export type RoomPeopleQuery = { readonly room: { readonly id: string, readonly closedAt: string | null, readonly participants: ReadonlyArray<{ readonly identity: string, readonly role: Role, readonly joinedAt: string }> } | null };


export const JoinRoomDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"JoinRoom"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"JoinRoomInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"joinRoom"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"token"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}},{"kind":"Field","name":{"kind":"Name","value":"room"}},{"kind":"Field","name":{"kind":"Name","value":"video"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"maxBitrateKbps"}},{"kind":"Field","name":{"kind":"Name","value":"width"}},{"kind":"Field","name":{"kind":"Name","value":"height"}},{"kind":"Field","name":{"kind":"Name","value":"framesPerSecond"}},{"kind":"Field","name":{"kind":"Name","value":"audioOnly"}},{"kind":"Field","name":{"kind":"Name","value":"because"}}]}}]}}]}}]} as unknown as DocumentNode<JoinRoomMutation, JoinRoomMutationVariables>;
export const ReportNetworkQualityDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ReportNetworkQuality"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ReportNetworkQualityInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reportNetworkQuality"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"maxBitrateKbps"}},{"kind":"Field","name":{"kind":"Name","value":"width"}},{"kind":"Field","name":{"kind":"Name","value":"height"}},{"kind":"Field","name":{"kind":"Name","value":"framesPerSecond"}},{"kind":"Field","name":{"kind":"Name","value":"audioOnly"}},{"kind":"Field","name":{"kind":"Name","value":"because"}}]}}]}}]} as unknown as DocumentNode<ReportNetworkQualityMutation, ReportNetworkQualityMutationVariables>;
export const RoomPeopleDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"RoomPeople"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"consultationId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"room"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"consultationId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"consultationId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"closedAt"}},{"kind":"Field","name":{"kind":"Name","value":"participants"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"identity"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"joinedAt"}}]}}]}}]}}]} as unknown as DocumentNode<RoomPeopleQuery, RoomPeopleQueryVariables>;