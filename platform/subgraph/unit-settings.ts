/** How a transaction begins: with the settings that row-level security reads. */
import pg from 'pg';
import type { Viewer } from '../access/viewer.ts';

/** One parsed viewer serves many operations. */
const starts = new WeakMap<Viewer, string>();
const startForNobody = startWith(variablesOf(null));

export function transactionStart(viewer: Viewer | null): string {
  if (viewer === null) return startForNobody;
  const known = starts.get(viewer) ?? startWith(variablesOf(viewer));
  starts.set(viewer, known);
  return known;
}

function startWith(variables: Readonly<Record<string, string>>): string {
  const settings = Object.entries(variables).map(
    ([name, value]) => `set_config(${pg.escapeLiteral(name)}, ${pg.escapeLiteral(value)}, true)`,
  );
  return `BEGIN; SELECT ${settings.join(', ')}`;
}

function variablesOf(viewer: Viewer | null): Record<string, string> {
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
