/** Enums that the experts share with other subgraphs, under the same names and values. */
import { publishEnum } from '@huizhen/platform/subgraph/publish-enum';
import { professionalTitles } from '../domain/candidate.ts';
import { urgencies } from '../domain/urgency.ts';

export const UrgencyEnum = publishEnum('Urgency', 'How soon an answer is needed.', urgencies);
export const ProfessionalTitleEnum = publishEnum(
  'ProfessionalTitle',
  '主任医师, 副主任医师, 主治医师, 住院医师, 村医.',
  professionalTitles,
);
