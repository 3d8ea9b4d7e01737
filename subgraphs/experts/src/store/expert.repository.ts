/** Experts with their workload: whatever is asked, it is one statement. */
import { uuidsAmong } from '@huizhen/platform/database/uuids-among';
import type { UnitTools } from '@huizhen/platform/subgraph/context';
import type { PageRequest } from '@huizhen/platform/subgraph/page-request';
import { z } from 'zod';
import { Expert, type ExpertAtWork } from '../domain/expert.ts';
import { expertRow } from './expert-row.ts';

/** Half a year of answers, a week of assignments, 90 days of bounces. */
const SELECT = `
  SELECT e.id, e.institution_id, e.title, e.specialties, e.expertise, e.practice_started_on, e.duty_hours, e.online,
    e.presence_changed_at, e.earlier_responses, e.earlier_response_minutes, w.*
  FROM experts.experts e
  CROSS JOIN (SELECT ?::timestamptz AS now) AS moment
  CROSS JOIN LATERAL (
    SELECT count(*) FILTER (WHERE i.status IN ('ACCEPTED', 'DECLINED', 'EXPIRED')) AS responses,
      coalesce(sum(extract(epoch FROM coalesce(i.responded_at, i.respond_by) - i.invited_at) / 60)
        FILTER (WHERE i.status IN ('ACCEPTED', 'DECLINED', 'EXPIRED')), 0) AS response_minutes,
      count(*) FILTER (WHERE i.status = 'ACCEPTED' AND i.consultation_open) AS open_consultations,
      count(*) FILTER (WHERE i.status = 'ACCEPTED' AND i.responded_at > now - interval '7 days') AS recent_assignments,
      count(*) FILTER (WHERE i.status = 'DECLINED' AND i.decline_reason = 'WRONG_SPECIALTY'
        AND i.responded_at > now - interval '90 days') AS wrong_specialty_bounces
    FROM experts.invitations i
    WHERE i.expert_id = e.id AND (i.consultation_open OR i.invited_at > now - interval '180 days')
  ) AS w`;

export interface ExpertFilter {
  readonly specialty: string | null;
  readonly online: boolean | null;
}

const FILTERED = `(?::text IS NULL OR e.specialties @> ARRAY[?::text]) AND (?::boolean IS NULL OR e.online = ?::boolean)`;
const total = z.object({ total: z.coerce.number() });

export class ExpertRepository {
  private readonly tools: UnitTools;

  constructor(tools: UnitTools) {
    this.tools = tools;
  }

  byIds(ids: readonly string[], now: Date): Promise<ExpertAtWork[]> {
    return this.tools.sql(expertRow, `${SELECT} WHERE e.id = ANY (?::uuid[])`, [now, `{${uuidsAmong(ids).join(',')}}`]);
  }

  /** By id, one more than asked for. */
  page(filter: ExpertFilter, { first, after }: PageRequest<string>, now: Date): Promise<ExpertAtWork[]> {
    return this.tools.sql(
      expertRow,
      `${SELECT} WHERE ${FILTERED} AND (?::uuid IS NULL OR e.id > ?::uuid) ORDER BY e.id LIMIT ?`,
      [now, ...parametersOf(filter), after, after, first + 1],
    );
  }

  async count(filter: ExpertFilter): Promise<number> {
    const query = `SELECT count(*) AS total FROM experts.experts e WHERE ${FILTERED}`;
    const [row] = await this.tools.sql(total, query, parametersOf(filter));
    return row?.total ?? 0;
  }

  /** True when it was not so before; null when there is no such expert. */
  async setPresence(id: string, online: boolean, at: Date): Promise<boolean | null> {
    const changed = await this.tools.em.nativeUpdate(
      Expert,
      { id, online: !online },
      { online, presenceChangedAt: at },
    );
    if (changed === 1) return true;
    return (await this.tools.em.count(Expert, { id })) === 1 ? false : null;
  }

  async knownAmong(ids: readonly string[]): Promise<Set<string>> {
    const known = await this.tools.em.find(Expert, { id: { $in: [...ids] } }, { fields: ['id'] });
    return new Set(known.map(({ id }) => id));
  }

  async addAll(experts: readonly Expert[]): Promise<void> {
    await this.tools.em.insertMany(Expert, [...experts]);
  }
}

function parametersOf({ specialty, online }: ExpertFilter): unknown[] {
  return [specialty, specialty, online, online];
}
