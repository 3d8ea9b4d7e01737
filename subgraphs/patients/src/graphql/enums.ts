/** The enums of the patients subgraph, as the graph publishes them. */
import { publishEnum } from '@huizhen/platform/subgraph/publish-enum';
import { consentPurposes } from '../domain/consent.ts';
import { insuranceSchemes } from '../domain/coverage.ts';
import { genders } from '../domain/gender.ts';

export const GenderEnum = publishEnum('Gender', 'Administrative gender, as FHIR R4 has it.', genders);
export const ConsentPurposeEnum = publishEnum(
  'ConsentPurpose',
  'What a patient agrees to, each by a signature of its own.',
  consentPurposes,
);
export const InsuranceSchemeEnum = publishEnum('InsuranceScheme', '职工医保, 城乡居民医保, 自费.', insuranceSchemes);
