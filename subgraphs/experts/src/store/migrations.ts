/** The experts' tables. They hold no patients' data; invitations are ids and states, counted here and shown nowhere. */
import type { Migration } from '@huizhen/platform/database/migrations';

export const expertsMigrations: readonly Migration[] = [
  {
    name: '2026-11-20-experts',
    sql: `
      CREATE TABLE experts (
        id uuid PRIMARY KEY, institution_id uuid NOT NULL, title text NOT NULL,
        specialties text[] NOT NULL CHECK (cardinality(specialties) > 0), expertise text[] NOT NULL DEFAULT '{}',
        practice_started_on date NOT NULL, duty_hours jsonb NOT NULL DEFAULT '[]',
        online boolean NOT NULL DEFAULT false, presence_changed_at timestamptz,
        earlier_responses integer NOT NULL DEFAULT 0 CHECK (earlier_responses >= 0),
        earlier_response_minutes double precision NOT NULL DEFAULT 0 CHECK (earlier_response_minutes >= 0)
      );
      CREATE INDEX ON experts USING gin (specialties);

      -- What the events of consultations have told so far; one row per invitation, so that hearing twice changes nothing.
      CREATE TABLE invitations (
        id uuid PRIMARY KEY, consultation_id uuid NOT NULL, expert_id uuid NOT NULL, status text NOT NULL,
        decline_reason text, invited_at timestamptz NOT NULL, respond_by timestamptz NOT NULL, responded_at timestamptz,
        consultation_open boolean NOT NULL
      );
      CREATE INDEX ON invitations (expert_id, invited_at);
      CREATE INDEX ON invitations (expert_id) WHERE consultation_open;
    `,
  },
];
