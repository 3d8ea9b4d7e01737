/** The directory's tables. Accounts and partner apps are seen by their owner, by administrators and by the sign-in itself. */
import type { Migration } from '@huizhen/platform/database/migrations';

export const directoryMigrations: readonly Migration[] = [
  {
    name: '2026-11-20-directory',
    sql: `
      CREATE TABLE institutions (
        id uuid PRIMARY KEY, code text NOT NULL UNIQUE, name text NOT NULL, level text NOT NULL,
        region_code text NOT NULL, credit_code text NOT NULL UNIQUE
      );
      CREATE TABLE agreements (
        id uuid PRIMARY KEY,
        requesting_institution_id uuid NOT NULL REFERENCES institutions,
        answering_institution_id uuid NOT NULL REFERENCES institutions,
        valid_from timestamptz NOT NULL, valid_until timestamptz NOT NULL CHECK (valid_until > valid_from),
        CHECK (requesting_institution_id <> answering_institution_id)
      );
      CREATE INDEX ON agreements (requesting_institution_id, answering_institution_id);
      CREATE TABLE practitioners (
        id uuid PRIMARY KEY, institution_id uuid NOT NULL REFERENCES institutions, name text NOT NULL, title text NOT NULL,
        licence_number text NOT NULL UNIQUE, practice_started_on date NOT NULL
      );
      CREATE INDEX ON practitioners (institution_id);
      CREATE TABLE accounts (
        id uuid PRIMARY KEY, username text NOT NULL UNIQUE, display_name text NOT NULL, password_hash text,
        roles text[] NOT NULL CHECK (cardinality(roles) > 0), institution_id uuid REFERENCES institutions,
        practitioner_id uuid REFERENCES practitioners, patient_id uuid, totp_secret bytea, oidc_identity text UNIQUE,
        demo boolean NOT NULL DEFAULT false, disabled_at timestamptz
      );
      CREATE TABLE sessions (
        id uuid PRIMARY KEY, account_id uuid NOT NULL REFERENCES accounts, started_at timestamptz NOT NULL,
        ends_at timestamptz NOT NULL, ended_at timestamptz
      );
      CREATE TABLE refresh_tokens (
        hash bytea PRIMARY KEY, session_id uuid NOT NULL REFERENCES sessions, issued_at timestamptz NOT NULL, used_at timestamptz
      );
      CREATE INDEX ON refresh_tokens (session_id);
      CREATE TABLE failed_sign_ins (username text NOT NULL, at timestamptz NOT NULL DEFAULT clock_timestamp());
      CREATE INDEX ON failed_sign_ins (username, at);

      ALTER TABLE accounts ENABLE ROW LEVEL SECURITY;
      ALTER TABLE accounts FORCE ROW LEVEL SECURITY;
      CREATE POLICY own_account ON accounts
        USING (id = access.subject() OR access.service() = 'directory' OR access.has_role('ADMIN'));
    `,
  },
  {
    name: '2026-11-20-first-sign-in',
    sql: `
      ALTER TABLE accounts
        ADD COLUMN password_initial boolean NOT NULL DEFAULT false,
        ADD COLUMN pending_totp_secret bytea,
        ADD COLUMN totp_used_step integer;
      CREATE INDEX ON sessions (account_id) WHERE ended_at IS NULL;
    `,
  },
  {
    name: '2026-11-20-partner-apps',
    sql: `
      CREATE TABLE partner_apps (
        id uuid PRIMARY KEY, name text NOT NULL, institution_id uuid REFERENCES institutions,
        scopes text[] NOT NULL CHECK (cardinality(scopes) > 0),
        status text NOT NULL CHECK (status IN ('ACTIVE', 'SUSPENDED')),
        secret_hash text NOT NULL, created_at timestamptz NOT NULL
      );
      CREATE TABLE trusted_documents (
        app_id uuid NOT NULL REFERENCES partner_apps, id text NOT NULL CHECK (id ~ '^[0-9a-f]{64}$'),
        text text NOT NULL CHECK (octet_length(text) <= 65536), operation_names text[] NOT NULL,
        published_at timestamptz NOT NULL, withdrawn_at timestamptz,
        PRIMARY KEY (app_id, id)
      );

      ALTER TABLE partner_apps ENABLE ROW LEVEL SECURITY;
      ALTER TABLE partner_apps FORCE ROW LEVEL SECURITY;
      CREATE POLICY own_app ON partner_apps FOR SELECT
        USING (id = access.subject() OR access.service() = 'directory' OR access.has_role('ADMIN'));
      CREATE POLICY managed ON partner_apps
        USING (access.service() = 'directory' OR access.has_role('ADMIN'));
      ALTER TABLE trusted_documents ENABLE ROW LEVEL SECURITY;
      ALTER TABLE trusted_documents FORCE ROW LEVEL SECURITY;
      CREATE POLICY own_documents ON trusted_documents
        USING (app_id = access.subject() OR access.service() = 'directory' OR access.has_role('ADMIN'));
    `,
  },
  {
    name: '2026-11-24-attempts-to-refresh',
    sql: 'ALTER TABLE refresh_tokens ADD COLUMN attempt bytea, ADD COLUMN follows bytea;',
  },
];
