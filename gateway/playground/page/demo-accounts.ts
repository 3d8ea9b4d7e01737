/** The ten accounts of a demonstration platform, with the role that names each in the bar. */
export const demoPassword = 'huizhen-demo';

export const demoAccounts = [
  { username: 'requester', role: 'REQUESTER' },
  { username: 'expert1', role: 'EXPERT' },
  { username: 'expert2', role: 'EXPERT' },
  { username: 'coordinator', role: 'COORDINATOR' },
  { username: 'patient', role: 'PATIENT' },
  { username: 'pharmacist', role: 'PHARMACIST' },
  { username: 'finance', role: 'FINANCE' },
  { username: 'auditor', role: 'AUDITOR' },
  { username: 'admin', role: 'ADMIN' },
  { username: 'partner', role: 'PARTNER' },
] as const;
