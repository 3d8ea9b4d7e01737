/** The tables of consultations, and what row-level security shows of them to whom. */
import type { Migration } from '@huizhen/platform/database/migrations';
import { rowPolicies } from './row-policies.ts';

export const consultationsMigrations: readonly Migration[] = [
  {
    name: '2026-11-20-consultations',
    sql: `
      CREATE TABLE consultations (
        id uuid PRIMARY KEY, number text NOT NULL UNIQUE, institution_id uuid NOT NULL, requester_id uuid NOT NULL,
        patient_id uuid NOT NULL, kind text NOT NULL, status text NOT NULL, urgency text NOT NULL, specialty text NOT NULL,
        disease_code text, reason bytea NOT NULL, summary bytea NOT NULL, conclusion bytea, respond_by timestamptz,
        created_at timestamptz NOT NULL, updated_at timestamptz NOT NULL, submitted_at timestamptz, approved_at timestamptz,
        assigned_at timestamptz, started_at timestamptz, ended_at timestamptz, completed_at timestamptz,
        cancelled_at timestamptz, close_reason text, consent_withdrawn_at timestamptz, version int NOT NULL
      );
      CREATE INDEX ON consultations (created_at DESC, id DESC);
      CREATE INDEX ON consultations (status, created_at);
      CREATE INDEX ON consultations (institution_id, created_at DESC, id DESC);
      CREATE INDEX ON consultations (patient_id, created_at DESC, id DESC);

      CREATE TABLE invitations (
        id uuid PRIMARY KEY, consultation_id uuid NOT NULL REFERENCES consultations, patient_id uuid NOT NULL,
        institution_id uuid NOT NULL, expert_id uuid NOT NULL, status text NOT NULL, respond_by timestamptz NOT NULL,
        invited_at timestamptz NOT NULL, responded_at timestamptz, decline_reason text, decline_note bytea
      );
      CREATE INDEX ON invitations (consultation_id, invited_at);
      CREATE INDEX ON invitations (expert_id, status, consultation_id);
      CREATE UNIQUE INDEX one_open_invitation ON invitations (consultation_id, expert_id)
        WHERE status IN ('REQUESTED', 'ACCEPTED');

      CREATE TABLE opinions (
        id uuid PRIMARY KEY, consultation_id uuid NOT NULL REFERENCES consultations, patient_id uuid NOT NULL,
        institution_id uuid NOT NULL, expert_id uuid NOT NULL, version int NOT NULL, diagnosis bytea NOT NULL,
        disease_code text, advice bytea NOT NULL, signed_at timestamptz NOT NULL,
        UNIQUE (consultation_id, expert_id, version)
      );
      CREATE TABLE timeline (
        id uuid PRIMARY KEY, consultation_id uuid NOT NULL REFERENCES consultations, patient_id uuid NOT NULL,
        institution_id uuid NOT NULL, ordinal int NOT NULL, at timestamptz NOT NULL, event text NOT NULL, by uuid, note bytea,
        UNIQUE (consultation_id, ordinal)
      );
      CREATE TABLE number_counters (
        institution_id uuid NOT NULL, day date NOT NULL, last int NOT NULL, PRIMARY KEY (institution_id, day)
      );

      -- What was signed and what happened is never changed, and nothing is deleted.
      REVOKE UPDATE, DELETE, TRUNCATE ON opinions, timeline FROM {{app}};
      REVOKE DELETE, TRUNCATE ON consultations, invitations, number_counters FROM {{app}};
      ${rowPolicies}
    `,
  },
];
