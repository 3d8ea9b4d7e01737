/** The enums of the patients subgraph, as the graph publishes them. */
import { publishEnum } from '@huizhen/platform/subgraph/publish-enum';
import { roles } from '@huizhen/platform/access/viewer';
import { consentPurposes } from '../domain/consent.ts';
import { insuranceSchemes } from '../domain/coverage.ts';
import { genders } from '../domain/gender.ts';

export const GenderEnum = publishEnum('Gender', 'Administrative gender, as FHIR R4 has it.', genders, {
  MALE: '男.',
  FEMALE: '女.',
  OTHER: '其他.',
  UNKNOWN: '未知.',
});
export const RoleEnum = publishEnum('Role', 'What somebody may do on the platform.', roles);
export const ConsentPurposeEnum = publishEnum(
  'ConsentPurpose',
  'What a patient agrees to, each by a signature of its own.',
  consentPurposes,
  {
    REMOTE_CONSULTATION: '远程会诊: that experts see the record while they are asked.',
    TEACHING: '教学: use for teaching.',
    RESEARCH: '科研: use for research.',
    RECORDING: '录音录像: recording of the session.',
  },
);
export const InsuranceSchemeEnum = publishEnum('InsuranceScheme', '职工医保, 城乡居民医保, 自费.', insuranceSchemes, {
  EMPLOYEE: '职工医保.',
  RESIDENT: '城乡居民医保.',
  SELF_PAY: '自费.',
});
