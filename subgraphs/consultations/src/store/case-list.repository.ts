/** Which consultations a list, the live queue or another subgraph's question is about: ids and counts, never texts. */
import type { Viewer } from '@huizhen/platform/access/viewer';
import type { UnitTools } from '@huizhen/platform/subgraph/context';
import { z } from 'zod';
import { liveStatuses, waitingStatuses, type QueueFilter } from '../domain/queue.ts';
import type { CareFacts } from '../domain/care-relation.ts';
import { consultationStatuses, invitationStatuses, type ConsultationStatus } from '../domain/consultation-status.ts';
import { allConditions, isId, isOneOf, isText, visibleTo, type Condition } from './visible-cases.ts';

export interface ListFilter {
  readonly statuses?: readonly ConsultationStatus[] | null | undefined;
  readonly patientId?: string | null | undefined;
}

/** Up to where the database knows the log: its last place, and what is committed without a place yet. */
export interface PlaceInLog {
  readonly position: bigint;
  readonly unsequenced: readonly string[];
}

export interface QueueSnapshot extends PlaceInLog {
  readonly ids: readonly string[];
}

const idRow = z.object({ id: z.string() });
const countRow = z.object({ count: z.coerce.number() });
const placeRow = z.object({ position: z.coerce.bigint(), unsequenced: z.array(z.string()) });
const snapshotRow = placeRow.extend({ ids: z.array(z.string()) });

const PLACE = `h.position,
  ARRAY(SELECT l.id::text FROM events.log l WHERE l.position IS NULL AND l.type LIKE 'consultation.%') AS unsequenced`;
const careFactsRow = z.object({
  id: z.string(),
  patientId: z.string(),
  institutionId: z.string(),
  status: z.enum(consultationStatuses),
  consentWithdrawnAt: z.coerce.date().nullable(),
  invitation: z.enum(invitationStatuses).nullable(),
});
const waitingRow = z.object({ waiting: z.coerce.number(), seconds: z.coerce.number() });

export class CaseListRepository {
  private readonly tools: UnitTools;

  constructor(tools: UnitTools) {
    this.tools = tools;
  }

  async count(viewer: Viewer, filter: ListFilter): Promise<number> {
    const { sql, parameters } = allConditions(listed(viewer, filter));
    const query = `SELECT count(*) AS count FROM consultations.consultations c WHERE ${sql}`;
    const [row] = await this.tools.sql(countRow, query, parameters);
    return row?.count ?? 0;
  }

  async placeInLog(): Promise<PlaceInLog> {
    const [row] = await this.tools.sql(placeRow, `SELECT ${PLACE} FROM events.head h`);
    return row ?? { position: 0n, unsequenced: [] };
  }

  /** One statement, and so one view of the database: what is in the queue, and exactly which events led to it. */
  async snapshot(viewer: Viewer, filter: QueueFilter, most: number): Promise<QueueSnapshot> {
    const { sql, parameters } = allConditions(queued(viewer, filter, filter.statuses ?? liveStatuses));
    const query = `
      SELECT ${PLACE},
        ARRAY(SELECT c.id::text FROM consultations.consultations c WHERE ${sql} ORDER BY c.created_at, c.id LIMIT ?) AS ids
      FROM events.head h`;
    const [row] = await this.tools.sql(snapshotRow, query, [...parameters, most]);
    return row ?? { position: 0n, unsequenced: [], ids: [] };
  }

  /** Requests that still wait for an expert, by the database's clock. */
  async waiting(viewer: Viewer, filter: QueueFilter): Promise<{ waiting: number; seconds: number }> {
    const statuses = waitingStatuses.filter((status) => (filter.statuses ?? waitingStatuses).includes(status));
    const { sql, parameters } = allConditions(queued(viewer, filter, statuses));
    const query = `
      SELECT count(*) AS waiting, coalesce(floor(extract(epoch FROM now() - min(c.submitted_at))), 0)::int AS seconds
      FROM consultations.consultations c WHERE ${sql}`;
    const [row] = await this.tools.sql(waitingRow, query, parameters);
    return row ?? { waiting: 0, seconds: 0 };
  }

  /** The patient's consultations that are not over. */
  async openOfPatient(patientId: string): Promise<string[]> {
    const query = `SELECT c.id FROM consultations.consultations c
      WHERE c.patient_id = ? AND c.status NOT IN ('COMPLETED', 'CANCELLED')`;
    return (await this.tools.sql(idRow, query, [patientId])).map(({ id }) => id);
  }

  /** The patients' consultations that the viewer may see, with the viewer's own invitation to each; no texts. */
  async careFacts(viewer: Viewer, patientIds: readonly string[]): Promise<CareFacts[]> {
    const known = patientIds.filter((id) => z.uuid().safeParse(id).success);
    const theirs: Condition = { sql: 'c.patient_id = ANY (?::uuid[])', parameters: [`{${known.join(',')}}`] };
    const { sql, parameters } = allConditions([theirs, visibleTo(viewer)]);
    const query = `
      SELECT c.id, c.patient_id AS "patientId", c.institution_id AS "institutionId", c.status,
        c.consent_withdrawn_at AS "consentWithdrawnAt",
        (SELECT i.status FROM consultations.invitations i WHERE i.consultation_id = c.id AND i.expert_id = ?::uuid
         ORDER BY i.status IN ('REQUESTED', 'ACCEPTED') DESC, i.invited_at DESC LIMIT 1) AS invitation
      FROM consultations.consultations c WHERE ${sql}`;
    return this.tools.sql(careFactsRow, query, [viewer.practitionerId, ...parameters]);
  }
}

/** What a list shows of what its viewer may see. */
export function listed(viewer: Viewer, { statuses, patientId }: ListFilter): Condition[] {
  return [visibleTo(viewer), ...isOneOf('status', statuses), ...isId('patient_id', patientId)];
}

function queued(viewer: Viewer, filter: QueueFilter, statuses: readonly ConsultationStatus[]): Condition[] {
  return [
    visibleTo(viewer),
    ...isOneOf('status', statuses),
    ...isId('institution_id', filter.institutionId),
    ...isText('specialty', filter.specialty),
    ...isOneOf('urgency', filter.urgencies),
  ];
}
