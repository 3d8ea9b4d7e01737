/** The cases that a viewer may list, as a condition that indexes can serve; each one still passes the policy afterwards. */
import type { Viewer } from '@huizhen/platform/access/viewer';
import { z } from 'zod';
import { institutionRoles } from '../domain/consultation-policy.ts';

export interface Condition {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

const nothing: Condition = { sql: 'false', parameters: [] };
const everything: Condition = { sql: 'true', parameters: [] };

export function visibleTo(viewer: Viewer): Condition {
  if (viewer.service !== null || (viewer.centre && viewer.roles.includes('COORDINATOR'))) return everything;
  return anyCondition([...asStaff(viewer), ...asPatient(viewer), ...asExpert(viewer)]);
}

export function allConditions(conditions: readonly Condition[]): Condition {
  return joined(conditions, ' AND ') ?? everything;
}

/** Compared only when there is something to compare with; an id that cannot be one matches nothing. */
export function isId(column: string, id: string | null | undefined): Condition[] {
  if (id === null || id === undefined) return [];
  return z.uuid().safeParse(id).success ? [{ sql: `c.${column} = ?`, parameters: [id] }] : [nothing];
}

/** PostgreSQL's texts hold no zero character, so nothing equals one that does. */
export function isText(column: string, text: string | null | undefined): Condition[] {
  if (text === null || text === undefined) return [];
  return text.includes('\0') ? [nothing] : [{ sql: `c.${column} = ?`, parameters: [text] }];
}

export function isOneOf(column: string, values: readonly string[] | null | undefined): Condition[] {
  if (values === null || values === undefined) return [];
  return [{ sql: `c.${column} = ANY (?::text[])`, parameters: [`{${values.join(',')}}`] }];
}

function anyCondition(conditions: readonly Condition[]): Condition {
  return joined(conditions, ' OR ') ?? nothing;
}

function joined(conditions: readonly Condition[], by: string): Condition | null {
  if (conditions.length === 0) return null;
  return {
    sql: `(${conditions.map(({ sql }) => sql).join(by)})`,
    parameters: conditions.flatMap(({ parameters }) => parameters),
  };
}

function asStaff({ institutionId, roles }: Viewer): Condition[] {
  return institutionRoles.some((role) => roles.includes(role)) ? isId('institution_id', institutionId) : [];
}

function asPatient({ patientId, roles }: Viewer): Condition[] {
  return roles.includes('PATIENT') ? isId('patient_id', patientId) : [];
}

function asExpert({ practitionerId, roles }: Viewer): Condition[] {
  if (practitionerId === null || !roles.includes('EXPERT')) return [];
  const sql = `(c.consent_withdrawn_at IS NULL AND c.id = ANY (ARRAY(SELECT i.consultation_id
    FROM consultations.invitations i WHERE i.expert_id = ? AND i.status IN ('REQUESTED', 'ACCEPTED'))))`;
  return [{ sql, parameters: [practitionerId] }];
}
