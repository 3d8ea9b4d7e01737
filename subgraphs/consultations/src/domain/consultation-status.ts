/** The closed vocabularies of a consultation, as the published graph names them. */
export const consultationStatuses = [
  'DRAFT',
  'UNDER_REVIEW',
  'RETURNED',
  'PENDING',
  'ASSIGNED',
  'IN_PROGRESS',
  'INTERRUPTED',
  'AWAITING_OPINION',
  'COMPLETED',
  'CANCELLED',
] as const;
export type ConsultationStatus = (typeof consultationStatuses)[number];

export const invitationStatuses = ['REQUESTED', 'ACCEPTED', 'DECLINED', 'EXPIRED', 'WITHDRAWN'] as const;
export type InvitationStatus = (typeof invitationStatuses)[number];

export const consultationActions = [
  'UPDATE',
  'SUBMIT',
  'APPROVE',
  'RETURN',
  'INVITE',
  'ACCEPT',
  'DECLINE',
  'START',
  'INTERRUPT',
  'RESUME',
  'END',
  'SIGN_OPINION',
  'COMPLETE',
  'CANCEL',
  'AMEND',
] as const;
export type ConsultationAction = (typeof consultationActions)[number];

export const urgencies = ['ROUTINE', 'URGENT', 'CRITICAL'] as const;
export type Urgency = (typeof urgencies)[number];

export const serviceKinds = ['CONSULTATION', 'DIAGNOSIS', 'MULTIDISCIPLINARY', 'EMERGENCY', 'FOLLOW_UP'] as const;
export type ServiceKind = (typeof serviceKinds)[number];

export const declineReasons = [
  'WRONG_SPECIALTY',
  'UNAVAILABLE',
  'INSUFFICIENT_INFORMATION',
  'CONFLICT_OF_INTEREST',
  'OTHER',
] as const;
export type DeclineReason = (typeof declineReasons)[number];

export const closeReasons = [
  'REQUESTER',
  'REVIEW_REJECTED',
  'ALL_DECLINED',
  'TIMED_OUT',
  'NO_SHOW',
  'INTERRUPTED',
  'TRANSFERRED_OFFLINE',
] as const;
export type CloseReason = (typeof closeReasons)[number];
