/** One step of the calculation of a bill: a stable code with its figures, and the same in Chinese words. */
import { percent, yuan } from './money.ts';
import { kindLabels, titleLabels } from './service.ts';
import type { ProfessionalTitle, ServiceKind } from './service.ts';

export const feeReasonCodes = [
  'FEE',
  'NOT_INSURED',
  'KIND_NOT_COVERED',
  'DEDUCTIBLE',
  'INSURANCE_RATE',
  'ANNUAL_LIMIT',
  'ACCOUNT_BALANCE',
  'SUBSIDY',
  'PATIENT_PART',
] as const;
export type FeeReasonCode = (typeof feeReasonCodes)[number];

interface Amount {
  readonly amountFen: number;
}

export type FeeReason =
  | (Amount & { readonly code: 'FEE'; readonly kind: ServiceKind; readonly title: ProfessionalTitle })
  | (Amount & { readonly code: 'NOT_INSURED' | 'PATIENT_PART' })
  | (Amount & { readonly code: 'KIND_NOT_COVERED'; readonly kind: ServiceKind })
  | (Amount & { readonly code: 'DEDUCTIBLE'; readonly limitFen: number; readonly restFen: number })
  | (Amount & {
      readonly code: 'INSURANCE_RATE';
      readonly rateBasisPoints: number;
      readonly unlimitedFen: number;
      readonly limitFen: number;
    })
  | (Amount & { readonly code: 'ANNUAL_LIMIT' | 'ACCOUNT_BALANCE'; readonly limitFen: number })
  | (Amount & { readonly code: 'SUBSIDY'; readonly rateBasisPoints: number; readonly limitFen: number });

export function inChinese(reason: FeeReason): string {
  const amount = yuan(reason.amountFen);
  switch (reason.code) {
    case 'FEE':
      return `诊查费 ${amount}（${kindLabels[reason.kind]}，${titleLabels[reason.title]}）`;
    case 'NOT_INSURED':
      return `未参保或医保未生效，医保支付 ${amount}`;
    case 'KIND_NOT_COVERED':
      return `${kindLabels[reason.kind]}不在医保支付范围，医保支付 ${amount}`;
    case 'DEDUCTIBLE':
      return `起付线尚余 ${yuan(reason.limitFen)}，个人先付 ${amount}，报销基数 ${yuan(reason.restFen)}`;
    case 'INSURANCE_RATE':
      return `医保报销 ${percent(reason.rateBasisPoints)} 即 ${yuan(reason.unlimitedFen)}，单次封顶 ${yuan(reason.limitFen)} → ${amount}`;
    case 'ANNUAL_LIMIT':
      return `本年度报销限额余 ${yuan(reason.limitFen)}，医保支付 ${amount}`;
    case 'ACCOUNT_BALANCE':
      return `医保账户余 ${yuan(reason.limitFen)}，医保支付 ${amount}`;
    case 'SUBSIDY':
      return `基层财政补贴：个人部分的 ${percent(reason.rateBasisPoints)}，封顶 ${yuan(reason.limitFen)} → ${amount}`;
    case 'PATIENT_PART':
      return `个人支付 ${amount}`;
  }
}
