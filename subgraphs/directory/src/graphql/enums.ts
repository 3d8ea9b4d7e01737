/** The directory's enums, as the graph publishes them. */
import { roles } from '@huizhen/platform/access/viewer';
import { publishEnum } from '@huizhen/platform/subgraph/publish-enum';
import { signInSteps } from '../domain/account.ts';
import { institutionLevels } from '../domain/institution.ts';
import { professionalTitles } from '../domain/practitioner.ts';

export const RoleEnum = publishEnum('Role', 'What somebody may do on the platform.', roles);
export const InstitutionLevelEnum = publishEnum(
  'InstitutionLevel',
  'Where in the tiered system an institution stands.',
  institutionLevels,
);
export const ProfessionalTitleEnum = publishEnum(
  'ProfessionalTitle',
  '主任医师, 副主任医师, 主治医师, 住院医师, 村医.',
  professionalTitles,
);
export const SignInStepEnum = publishEnum(
  'SignInStep',
  'What must be done before an account’s rights are one’s own.',
  signInSteps,
);
