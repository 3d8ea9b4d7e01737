/** The access log: append-only for every subgraph. Nobody can change or delete it, and only who tells patients of accesses reads a part. */
import type { Migration } from '../database/migrations.ts';

export const auditMigrations: readonly Migration[] = [
  {
    name: '2026-11-20-audit-entries',
    sql: `
      CREATE TABLE audit.entries (
        id uuid PRIMARY KEY,
        at timestamptz NOT NULL DEFAULT clock_timestamp(),
        service text NOT NULL DEFAULT session_user,
        request_id text NOT NULL,
        subject text,
        service_actor text,
        roles text[] NOT NULL,
        institution_id uuid,
        purpose text,
        kind text NOT NULL CHECK (kind IN ('READ', 'WRITE', 'DENIAL')),
        action text NOT NULL,
        object_ids text[] NOT NULL,
        patient_ids uuid[] NOT NULL,
        because text
      );
      CREATE INDEX entries_patients ON audit.entries USING gin (patient_ids);
      CREATE INDEX entries_at ON audit.entries (at);
      CREATE FUNCTION audit.refuse() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN RAISE EXCEPTION 'audit entries are never changed or removed'; END $$;
      CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit.entries
        FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse();
      GRANT USAGE ON SCHEMA audit TO huizhen_subgraphs;
      GRANT INSERT ON audit.entries TO huizhen_subgraphs;
    `,
  },
  {
    name: '2026-11-20-audit-in-own-name',
    sql: `
      -- Who wrote an entry and when is the database's to say.
      REVOKE INSERT ON audit.entries FROM huizhen_subgraphs;
      GRANT INSERT (id, request_id, subject, service_actor, roles, institution_id, purpose, kind, action, object_ids, patient_ids, because)
        ON audit.entries TO huizhen_subgraphs;
    `,
  },
  {
    name: '2026-11-21-audit-told-to-patients',
    sql: `
      ALTER TABLE audit.entries ADD COLUMN practitioner_id uuid;
      COMMENT ON COLUMN audit.entries.practitioner_id IS 'as which clinician; entries of before this column have none';
      GRANT INSERT (practitioner_id) ON audit.entries TO huizhen_subgraphs;
      ALTER TABLE audit.entries ENABLE ROW LEVEL SECURITY;
      ALTER TABLE audit.entries FORCE ROW LEVEL SECURITY;
      CREATE POLICY added_by_all ON audit.entries FOR INSERT WITH CHECK (true);
      -- What people and partner apps did with the data of the patient who asks. Without a right to SELECT it lets nobody read.
      CREATE POLICY told_to_the_patient ON audit.entries FOR SELECT USING (
        patient_ids @> ARRAY[access.patient()] AND access.has_role('PATIENT') AND subject IS NOT NULL AND kind <> 'DENIAL'
      );
    `,
  },
];

/** What a subgraph that tells patients of accesses may read; whom else an entry is about, and which objects, it may not. */
export const toldColumns = [
  'id',
  'at',
  'request_id',
  'subject',
  'roles',
  'institution_id',
  'practitioner_id',
  'purpose',
  'action',
] as const;
