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

export const UrgencyEnum = publishEnum('Urgency', 'How soon the first answer is due (紧急程度).', urgencies, {
  ROUTINE: '普通: within a quarter of an hour.',
  URGENT: '紧急: within ten minutes.',
  CRITICAL: '危急: at once, within five minutes.',
});
export const ServiceKindEnum = publishEnum(
  'ServiceKind',
  '远程会诊, 远程诊断, 多学科会诊, 急会诊, 复诊. In a DIAGNOSIS the invited side signs the report.',
  serviceKinds,
  {
    CONSULTATION: '远程会诊: the inviting side concludes.',
    DIAGNOSIS: '远程诊断: the invited side signs the report.',
    MULTIDISCIPLINARY: '多学科会诊: experts of several specialties.',
    EMERGENCY: '急会诊: at once.',
    FOLLOW_UP: '复诊: a patient who was seen before.',
  },
);
export const ConsultationStatusEnum = publishEnum(
  'ConsultationStatus',
  '草稿, 待审核, 已退回, 待分配, 已分配专家, 进行中, 已中断, 待出意见, 已完成, 已取消.',
  consultationStatuses,
  {
    DRAFT: '草稿: being written.',
    UNDER_REVIEW: '待审核: the coordinator checks it.',
    RETURNED: '已退回: something is missing.',
    PENDING: '待分配: waits for an expert.',
    ASSIGNED: '已分配专家: an expert has accepted.',
    IN_PROGRESS: '进行中: the session is on.',
    INTERRUPTED: '已中断: the session broke off and can go on.',
    AWAITING_OPINION: '待出意见: the session is over, opinions are due.',
    COMPLETED: '已完成: concluded by the requester.',
    CANCELLED: '已取消: closed without a conclusion.',
  },
);
export const InvitationStatusEnum = publishEnum(
  'InvitationStatus',
  'How an invitation stands: asked, answered, run out, or taken back.',
  invitationStatuses,
  {
    REQUESTED: 'The expert was asked.',
    ACCEPTED: 'The expert takes part.',
    DECLINED: 'The expert refused, with a reason.',
    EXPIRED: 'Nobody answered in time.',
    WITHDRAWN: 'It was taken back.',
  },
);
export const ConsultationActionEnum = publishEnum(
  'ConsultationAction',
  'What can be done with a consultation; each is a mutation.',
  consultationActions,
  {
    UPDATE: 'updateConsultation.',
    SUBMIT: 'submitConsultation.',
    APPROVE: 'approveConsultation.',
    RETURN: 'returnConsultation.',
    INVITE: 'inviteExperts.',
    ACCEPT: 'acceptInvitation.',
    DECLINE: 'declineInvitation.',
    START: 'startSession.',
    INTERRUPT: 'interruptSession.',
    RESUME: 'resumeSession.',
    END: 'endSession.',
    SIGN_OPINION: 'signOpinion.',
    COMPLETE: 'completeConsultation.',
    CANCEL: 'cancelConsultation.',
    AMEND: 'amendOpinion or amendConclusion.',
  },
);
export const DeclineReasonEnum = publishEnum('DeclineReason', 'Why an expert declines (拒绝原因).', declineReasons, {
  WRONG_SPECIALTY: '专业不符: the matcher looks again.',
  UNAVAILABLE: '没有时间.',
  INSUFFICIENT_INFORMATION: '资料不全.',
  CONFLICT_OF_INTEREST: '需要回避.',
  OTHER: '其他, said in the note.',
});
export const CloseReasonEnum = publishEnum(
  'CloseReason',
  'Why a consultation was cancelled (取消原因).',
  closeReasons,
  {
    REQUESTER: '申请方取消.',
    REVIEW_REJECTED: '审核不通过.',
    ALL_DECLINED: '专家均拒绝.',
    TIMED_OUT: '超时.',
    NO_SHOW: '未到.',
    INTERRUPTED: '中断后未恢复.',
    TRANSFERRED_OFFLINE: '转为线下.',
  },
);
export const QueueEventKindEnum = publishEnum(
  'QueueEventKind',
  'SNAPSHOT comes first and holds everything; the others hold the one consultation that changed.',
  ['SNAPSHOT', 'ENTERED', 'CHANGED', 'LEFT'],
  {
    SNAPSHOT: 'Everything that is in the queue now.',
    ENTERED: 'One came in.',
    CHANGED: 'One in it changed.',
    LEFT: 'One went out.',
  },
);
export const CareRelationKindEnum = publishEnum(
  'CareRelationKind',
  'In which part the viewer cares for a patient. Between services only.',
  careRelationKinds,
  {
    EXPERT: 'Is asked or takes part.',
    COORDINATOR: 'Finds the experts.',
    IDENTITY: 'Took part in one that is over.',
  },
);
/** The same as the directory publishes. */
export const RoleEnum = publishEnum('Role', 'What somebody may do on the platform.', roles);
