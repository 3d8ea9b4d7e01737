/** Billing's enums, as the graph publishes them. */
import { publishEnum } from '@huizhen/platform/subgraph/publish-enum';
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
