/** Written by `npm run codegen` from the file beside it. */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@urql/core';
/** Who is wanted. */
export type MatchExpertsInput = {
  /** The department, such as 心血管内科. */
  readonly specialty: string;
  /** ICD-10, such as I10 or I25.1: the nearer their expertise, the better. */
  readonly diseaseCode?: string | null | undefined;
  /** The more urgent, the more presence and quick answers weigh. */
  readonly urgency: Urgency;
  /** The requesting institution: only experts of institutions with which it has an agreement in force. Left out, it is one’s own; a coordinator of the centre then sees experts of all institutions, and the agreement is checked at the invitation. */
  readonly institutionId?: string | null | undefined;
  /** How many at most, from 1 to 100. */
  readonly first?: number | null | undefined;
  /** Experts not to propose again, such as those who declined. */
  readonly excludingExpertIds?: ReadonlyArray<string>;
};

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

/** How soon the first answer is due (紧急程度). */
export type Urgency =
  /** 普通: within a quarter of an hour. */
  | 'ROUTINE'
  /** 紧急: within ten minutes. */
  | 'URGENT'
  /** 危急: at once, within five minutes. */
  | 'CRITICAL';

export type MatchQueryVariables = Exact<{
  input: MatchExpertsInput;
}>;


export type MatchQuery = { readonly matchExperts: ReadonlyArray<{ readonly score: number, readonly expert: { readonly id: string, readonly online: boolean, readonly averageResponseMinutes: number | null, readonly practitioner: { readonly id: string, readonly name: string, readonly title: ProfessionalTitle, readonly institution: { readonly id: string, readonly name: string } } }, readonly parts: ReadonlyArray<{ readonly factor: string, readonly points: number, readonly because: string }> }> };


export const MatchDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Match"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"MatchExpertsInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"matchExperts"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"score"}},{"kind":"Field","name":{"kind":"Name","value":"expert"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"online"}},{"kind":"Field","name":{"kind":"Name","value":"averageResponseMinutes"}},{"kind":"Field","name":{"kind":"Name","value":"practitioner"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"institution"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"parts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"factor"}},{"kind":"Field","name":{"kind":"Name","value":"points"}},{"kind":"Field","name":{"kind":"Name","value":"because"}}]}}]}}]}}]} as unknown as DocumentNode<MatchQuery, MatchQueryVariables>;