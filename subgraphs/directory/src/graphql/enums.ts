/** The directory's enums, as the graph publishes them. */
import { roles } from '@huizhen/platform/access/viewer';
import { publishEnum } from '@huizhen/platform/subgraph/publish-enum';
import { signInSteps } from '../domain/account.ts';
import { institutionLevels } from '../domain/institution.ts';
import { partnerAppStatuses } from '../domain/partner-app.ts';
import { professionalTitles } from '../domain/practitioner.ts';

export const RoleEnum = publishEnum('Role', 'What somebody may do on the platform.', roles, {
  REQUESTER: '基层医生: asks for consultations.',
  EXPERT: '专家: answers them.',
  COORDINATOR: '会诊中心调度: reviews requests and finds experts.',
  PATIENT: '患者: whom they are about.',
  PHARMACIST: '药师: reviews prescriptions.',
  FINANCE: '财务: settles bills.',
  AUDITOR: '审计: looks at who did what.',
  ADMIN: '管理员: manages accounts.',
  PARTNER: '合作系统: an application that acts for a clinician.',
});
export const InstitutionLevelEnum = publishEnum(
  'InstitutionLevel',
  'Where in the tiered system an institution stands.',
  institutionLevels,
  {
    VILLAGE_CLINIC: '村卫生室.',
    TOWNSHIP_CLINIC: '乡镇卫生院.',
    COMMUNITY_CENTRE: '社区卫生服务中心.',
    COUNTY_HOSPITAL: '县级医院.',
    TERTIARY_HOSPITAL: '三级医院.',
    CONSULTATION_CENTRE: '会诊中心.',
  },
);
export const ProfessionalTitleEnum = publishEnum(
  'ProfessionalTitle',
  '主任医师, 副主任医师, 主治医师, 住院医师, 村医.',
  professionalTitles,
  {
    CHIEF_PHYSICIAN: '主任医师.',
    ASSOCIATE_CHIEF_PHYSICIAN: '副主任医师.',
    ATTENDING_PHYSICIAN: '主治医师.',
    RESIDENT_PHYSICIAN: '住院医师.',
    VILLAGE_DOCTOR: '村医.',
  },
);
export const SignInStepEnum = publishEnum(
  'SignInStep',
  'What must be done before an account’s rights are one’s own.',
  signInSteps,
  {
    CHANGE_PASSWORD: 'Choose a password of one’s own with changePassword.',
    ENROL_ONE_TIME_CODE: 'Enrol an authenticator with enrolOneTimeCode.',
  },
);
export const PartnerAppStatusEnum = publishEnum(
  'PartnerAppStatus',
  'Whether a partner app is let in.',
  partnerAppStatuses,
  {
    ACTIVE: 'It may ask for tokens and use them.',
    SUSPENDED: 'It gets no token, and those it has are refused within a minute.',
  },
);
