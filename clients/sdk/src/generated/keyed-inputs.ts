/** Written by `npm run codegen`; do not edit. */
/* oxlint-disable */
export const keyedInputs: ReadonlySet<string> = new Set([
  'AmendConclusionInput',
  'AmendOpinionInput',
  'CompleteConsultationInput',
  'ConsultationInput',
  'CreateAccountInput',
  'CreateConsultationInput',
  'DeclineInvitationInput',
  'ImportFhirBundleInput',
  'InviteExpertsInput',
  'IssueReportInput',
  'JoinRoomInput',
  'LinkIdentityInput',
  'RecordConsentInput',
  'ReportNetworkQualityInput',
  'RequestImagingUploadInput',
  'SettleInvoiceInput',
  'SignOpinionInput',
  'UpdateConsultationInput',
]);
