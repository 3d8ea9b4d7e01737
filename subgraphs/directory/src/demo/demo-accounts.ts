/** One account per role to sign in with; passwords are the business of whoever creates them. */
import type { Role } from '@huizhen/platform/access/viewer';
import {
  accountPatientName,
  consultationCentre,
  coordinator,
  demoId,
  practitionerOfExpert,
} from '@huizhen/schema/demo-ids';
import { demoPractitionerName } from './demo-practitioners.ts';

export interface DemoAccount {
  readonly id: string;
  readonly username: string;
  readonly displayName: string;
  readonly roles: readonly Role[];
  readonly institutionId: string | null;
  readonly practitionerId: string | null;
  readonly patientId: string | null;
}

interface Row {
  readonly username: string;
  readonly role: Role;
  readonly institution?: number;
  readonly practitioner?: number;
  readonly patient?: number;
  /** only where no practitioner brings a name */
  readonly displayName?: string;
}

const clinic = 1;
const rows: readonly Row[] = [
  { username: 'requester', role: 'REQUESTER', institution: clinic, practitioner: 1 },
  { username: 'expert1', role: 'EXPERT', institution: 9, practitioner: practitionerOfExpert(1) },
  { username: 'expert2', role: 'EXPERT', institution: 10, practitioner: practitionerOfExpert(2) },
  { username: 'coordinator', role: 'COORDINATOR', institution: consultationCentre, practitioner: coordinator },
  { username: 'patient', role: 'PATIENT', patient: 1, displayName: accountPatientName },
  { username: 'pharmacist', role: 'PHARMACIST', institution: 9, displayName: '药师 姚静宜' },
  { username: 'finance', role: 'FINANCE', institution: consultationCentre, displayName: '财务 钱永年' },
  { username: 'auditor', role: 'AUDITOR', institution: consultationCentre, displayName: '审计员 严守正' },
  { username: 'admin', role: 'ADMIN', institution: consultationCentre, displayName: '系统管理员 关山' },
  { username: 'partner', role: 'PARTNER', institution: clinic, displayName: '青山镇卫生院 HIS' },
];

export function demoAccounts(): readonly DemoAccount[] {
  return rows.map(({ username, role, institution, practitioner, patient, displayName }, at) => ({
    id: demoId('account', at + 1),
    username,
    displayName: displayName ?? demoPractitionerName(practitioner ?? 0),
    roles: [role],
    institutionId: institution === undefined ? null : demoId('institution', institution),
    practitionerId: practitioner === undefined ? null : demoId('practitioner', practitioner),
    patientId: patient === undefined ? null : demoId('patient', patient),
  }));
}
