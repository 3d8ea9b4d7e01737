/** The settings of one transaction that row-level security reads. */
import type { Viewer } from '../access/viewer.ts';

export function sessionVariables(viewer: Viewer | null): Record<string, string> {
  return {
    'huizhen.subject': viewer?.service ? '' : (viewer?.subject ?? ''),
    'huizhen.roles': viewer?.roles.join(',') ?? '',
    'huizhen.institution': viewer?.institutionId ?? '',
    'huizhen.practitioner': viewer?.practitionerId ?? '',
    'huizhen.patient': viewer?.patientId ?? '',
    'huizhen.service': viewer?.service ?? '',
    'huizhen.centre': viewer?.centre ? 'on' : '',
    'huizhen.shared_patients': '',
  };
}
