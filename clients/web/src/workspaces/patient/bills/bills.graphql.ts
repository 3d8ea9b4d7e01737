/** Written by `npm run codegen` from the file beside it. */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@urql/core';
/** A step of the calculation of a fee and of who pays it. */
export type FeeReasonCode =
  /** 诊查费: the fee of this service by this title. */
  | 'FEE'
  /** 未参保: no insurance is active. */
  | 'NOT_INSURED'
  /** 不在支付范围: the insurance does not pay for this service. */
  | 'KIND_NOT_COVERED'
  /** 起付线: what the patient pays first. */
  | 'DEDUCTIBLE'
  /** 报销比例: the insurance’s share, up to its cap per visit. */
  | 'INSURANCE_RATE'
  /** 年度限额: no more than the year still allows. */
  | 'ANNUAL_LIMIT'
  /** 账户余额: no more than the account holds. */
  | 'ACCOUNT_BALANCE'
  /** 基层补贴: what the government adds. */
  | 'SUBSIDY'
  /** 个人支付: what is left to pay. */
  | 'PATIENT_PART';

/** How far a bill has come. */
export type InvoiceStatus =
  /** Drawn up with the first acceptance; amounts may change. */
  | 'DRAFT'
  /** Due: the consultation is completed. */
  | 'ISSUED'
  /** Paid. */
  | 'SETTLED'
  /** Not due any more: the consultation was cancelled. */
  | 'VOID';

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

export type MyBillsQueryVariables = Exact<{ [key: string]: never; }>;


export type MyBillsQuery = { readonly consultations: { readonly nodes: ReadonlyArray<{ readonly id: string, readonly number: string, readonly kind: ServiceKind, readonly specialty: string, readonly createdAt: string, readonly invoice: { readonly id: string, readonly status: InvoiceStatus, readonly feeFen: number, readonly insuredFen: number, readonly subsidyFen: number, readonly patientFen: number, readonly because: ReadonlyArray<string>, readonly issuedAt: string | null, readonly settledAt: string | null, readonly reasons: ReadonlyArray<{ readonly code: FeeReasonCode, readonly amountFen: number, readonly rateBasisPoints: number | null, readonly limitFen: number | null, readonly unlimitedFen: number | null, readonly restFen: number | null, readonly kind: ServiceKind | null, readonly title: ProfessionalTitle | null }> } | null }> } };


export const MyBillsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"MyBills"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"consultations"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"specialty"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"invoice"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"feeFen"}},{"kind":"Field","name":{"kind":"Name","value":"insuredFen"}},{"kind":"Field","name":{"kind":"Name","value":"subsidyFen"}},{"kind":"Field","name":{"kind":"Name","value":"patientFen"}},{"kind":"Field","name":{"kind":"Name","value":"because"}},{"kind":"Field","name":{"kind":"Name","value":"issuedAt"}},{"kind":"Field","name":{"kind":"Name","value":"settledAt"}},{"kind":"Field","name":{"kind":"Name","value":"reasons"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"amountFen"}},{"kind":"Field","name":{"kind":"Name","value":"rateBasisPoints"}},{"kind":"Field","name":{"kind":"Name","value":"limitFen"}},{"kind":"Field","name":{"kind":"Name","value":"unlimitedFen"}},{"kind":"Field","name":{"kind":"Name","value":"restFen"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<MyBillsQuery, MyBillsQueryVariables>;