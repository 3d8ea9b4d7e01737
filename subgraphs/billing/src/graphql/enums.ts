/** Billing's enums, as the graph publishes them. */
import { publishEnum } from '@huizhen/platform/subgraph/publish-enum';
import { feeReasonCodes } from '../domain/fee-reason.ts';
import { invoiceStatuses } from '../domain/invoice-status.ts';
import { professionalTitles, serviceKinds } from '../domain/service.ts';

export const InvoiceStatusEnum = publishEnum('InvoiceStatus', 'How far a bill has come.', invoiceStatuses, {
  DRAFT: 'Drawn up with the first acceptance; amounts may change.',
  ISSUED: 'Due: the consultation is completed.',
  SETTLED: 'Paid.',
  VOID: 'Not due any more: the consultation was cancelled.',
});
export const ServiceKindEnum = publishEnum(
  'ServiceKind',
  '远程会诊, 远程诊断, 多学科会诊, 急会诊, 复诊.',
  serviceKinds,
);
export const ProfessionalTitleEnum = publishEnum(
  'ProfessionalTitle',
  '主任医师, 副主任医师, 主治医师, 住院医师, 村医.',
  professionalTitles,
);
export const FeeReasonCodeEnum = publishEnum(
  'FeeReasonCode',
  'A step of the calculation of a fee and of who pays it.',
  feeReasonCodes,
  {
    FEE: '诊查费: the fee of this service by this title.',
    NOT_INSURED: '未参保: no insurance is active.',
    KIND_NOT_COVERED: '不在支付范围: the insurance does not pay for this service.',
    DEDUCTIBLE: '起付线: what the patient pays first.',
    INSURANCE_RATE: '报销比例: the insurance’s share, up to its cap per visit.',
    ANNUAL_LIMIT: '年度限额: no more than the year still allows.',
    ACCOUNT_BALANCE: '账户余额: no more than the account holds.',
    SUBSIDY: '基层补贴: what the government adds.',
    PATIENT_PART: '个人支付: what is left to pay.',
  },
);
