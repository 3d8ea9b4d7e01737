/** The enums of consultations, as the graph publishes them. */
import { roles } from '@huizhen/platform/access/viewer';
import { publishEnum } from '@huizhen/platform/subgraph/publish-enum';
import {
  closeReasons,
  consultationActions,
  consultationStatuses,
  declineReasons,
  invitationStatuses,
  serviceKinds,
  urgencies,
} from '../domain/consultation-status.ts';
import { careRelationKinds } from '../domain/care-relation.ts';

export const UrgencyEnum = publishEnum('Urgency', 'How soon the first answer is due (紧急程度).', urgencies);
export const ServiceKindEnum = publishEnum(
  'ServiceKind',
  '远程会诊, 远程诊断, 多学科会诊, 急会诊, 复诊. In a DIAGNOSIS the invited side signs the report.',
  serviceKinds,
);
export const ConsultationStatusEnum = publishEnum(
  'ConsultationStatus',
  '草稿, 待审核, 已退回, 待分配, 已分配专家, 进行中, 已中断, 待出意见, 已完成, 已取消.',
  consultationStatuses,
);
export const InvitationStatusEnum = publishEnum(
  'InvitationStatus',
  'How an invitation stands: asked, answered, run out, or taken back.',
  invitationStatuses,
);
export const ConsultationActionEnum = publishEnum(
  'ConsultationAction',
  'What can be done with a consultation; each is a mutation.',
  consultationActions,
);
export const DeclineReasonEnum = publishEnum('DeclineReason', 'Why an expert declines (拒绝原因).', declineReasons);
export const CloseReasonEnum = publishEnum('CloseReason', 'Why a consultation was cancelled (取消原因).', closeReasons);
export const QueueEventKindEnum = publishEnum(
  'QueueEventKind',
  'SNAPSHOT comes first and holds everything; the others hold the one consultation that changed.',
  ['SNAPSHOT', 'ENTERED', 'CHANGED', 'LEFT'],
);
export const CareRelationKindEnum = publishEnum(
  'CareRelationKind',
  'In which part the viewer cares for a patient. Between services only.',
  careRelationKinds,
);
/** The same as the directory publishes. */
export const RoleEnum = publishEnum('Role', 'What somebody may do on the platform.', roles);
