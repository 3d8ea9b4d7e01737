/** What became of every invitation, as the consultations' events tell it. */
import type { UnitTools } from '@huizhen/platform/subgraph/context';
import type { ConsultationTransition } from '@huizhen/schema/events';
import { z } from 'zod';

const told = z.object({ expert_id: z.string() });

export interface ToldInvitations {
  readonly consultationId: string;
  readonly consultationOpen: boolean;
  readonly invitations: ConsultationTransition['invitations'];
}

export class InvitationRepository {
  private readonly tools: UnitTools;

  constructor(tools: UnitTools) {
    this.tools = tools;
  }

  /** Ids of the experts for whom something is new. */
  async keep({ consultationId, consultationOpen, invitations }: ToldInvitations): Promise<string[]> {
    const rows = await this.tools.sql(
      told,
      `INSERT INTO experts.invitations AS known
         (id, consultation_id, expert_id, status, decline_reason, invited_at, respond_by, responded_at, consultation_open)
       SELECT i.id, ?::uuid, i."expertId", i.status, i."declineReason", i."invitedAt", i."respondBy", i."respondedAt", ?::boolean
       FROM jsonb_to_recordset(?::jsonb) AS i(id uuid, "expertId" uuid, status text, "declineReason" text,
         "invitedAt" timestamptz, "respondBy" timestamptz, "respondedAt" timestamptz)
       ON CONFLICT (id) DO UPDATE SET status = excluded.status, decline_reason = excluded.decline_reason,
         respond_by = excluded.respond_by, responded_at = excluded.responded_at, consultation_open = excluded.consultation_open
       WHERE (known.status, known.decline_reason, known.respond_by, known.responded_at, known.consultation_open)
         IS DISTINCT FROM (excluded.status, excluded.decline_reason, excluded.respond_by, excluded.responded_at, excluded.consultation_open)
       RETURNING known.expert_id`,
      [consultationId, consultationOpen, JSON.stringify(invitations)],
    );
    return [...new Set(rows.map((row) => row.expert_id))];
  }
}
