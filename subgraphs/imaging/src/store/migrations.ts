/** The index of stored images, upload tickets, viewers' tokens and reports. Row-level security stands on every table. */
import type { Migration } from '@huizhen/platform/database/migrations';

/** Beneath the policies of the domain: staff of the managing institution, the patient, and whoever the patient is shared with. */
function shown(
  roles: readonly string[],
  shared: string,
  isShared = 'patient_id = ANY (access.shared_patients())',
): string {
  const staff = roles.map((role) => `access.has_role('${role}')`).join(' OR ');
  return `access.service() IS NOT NULL
    OR (institution_id = access.institution() AND (${staff}))
    OR (patient_id = access.patient() AND access.has_role('PATIENT'))
    OR (${isShared} AND ${shared})`;
}

const related = `(access.has_role('EXPERT') OR access.has_role('COORDINATOR'))`;

function secured(table: string): string {
  return `
    ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
    ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
    CREATE POLICY imaging_itself ON ${table} USING (access.service() = 'imaging');`;
}

function indexed(table: string): string {
  return `${secured(table)}
    CREATE POLICY shown ON ${table} FOR SELECT USING (${shown(['REQUESTER', 'EXPERT', 'PARTNER'], related)});`;
}

/** Read once a statement and hashed: compared with each row anew, a province's queue would take minutes. */
const hashed = 'patient_id IN (SELECT unnest(access.shared_patients()))';

const indexedTables = ['studies', 'study_consultations', 'series', 'instances'];

export const imagingMigrations: readonly Migration[] = [
  {
    name: '2026-11-20-imaging',
    sql: `
      CREATE TABLE studies (
        uid text PRIMARY KEY, patient_id uuid NOT NULL, institution_id uuid NOT NULL, started_at timestamptz,
        study_date text, study_time text, details bytea NOT NULL, stored_at timestamptz NOT NULL DEFAULT now(),
        announced_instances int NOT NULL DEFAULT 0,
        UNIQUE (uid, patient_id)
      );
      COMMENT ON COLUMN studies.details IS 'what the files say of study and patient, their own patient id included; sealed';
      COMMENT ON COLUMN studies.announced_instances IS 'how many instances there were when the study was last announced';
      CREATE INDEX ON studies (patient_id);
      CREATE TABLE study_consultations (
        study_uid text NOT NULL, consultation_id uuid NOT NULL, patient_id uuid NOT NULL, institution_id uuid NOT NULL,
        PRIMARY KEY (consultation_id, study_uid),
        FOREIGN KEY (study_uid, patient_id) REFERENCES studies (uid, patient_id)
      );
      CREATE TABLE series (
        uid text PRIMARY KEY, study_uid text NOT NULL, patient_id uuid NOT NULL, institution_id uuid NOT NULL,
        modality text NOT NULL, number int, body_part text, description bytea,
        UNIQUE (uid, study_uid, patient_id),
        FOREIGN KEY (study_uid, patient_id) REFERENCES studies (uid, patient_id)
      );
      CREATE INDEX ON series (study_uid);
      CREATE TABLE instances (
        uid text PRIMARY KEY, series_uid text NOT NULL, study_uid text NOT NULL, patient_id uuid NOT NULL,
        institution_id uuid NOT NULL, sop_class_uid text NOT NULL, transfer_syntax_uid text NOT NULL,
        number int, frames int, height int, width int, bits_allocated int,
        sha256 text NOT NULL, bytes bigint NOT NULL, pixels jsonb, stored_at timestamptz NOT NULL DEFAULT now(),
        FOREIGN KEY (series_uid, study_uid, patient_id) REFERENCES series (uid, study_uid, patient_id)
      );
      COMMENT ON COLUMN instances.pixels IS 'where each frame lies in the file';
      CREATE INDEX ON instances (study_uid, series_uid, number);
      CREATE TABLE upload_tickets (
        id uuid PRIMARY KEY, token_hash bytea NOT NULL UNIQUE, patient_id uuid NOT NULL, institution_id uuid NOT NULL,
        consultation_id uuid, subject uuid NOT NULL, created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL CHECK (expires_at > created_at)
      );
      CREATE TABLE viewer_tokens (
        token_hash bytea PRIMARY KEY, id uuid NOT NULL, study_uid text NOT NULL REFERENCES studies, patient_id uuid NOT NULL,
        subject text NOT NULL, practitioner_id uuid, consultation_id uuid, expires_at timestamptz NOT NULL,
        CHECK ((practitioner_id IS NULL) = (consultation_id IS NULL))
      );
      CREATE INDEX ON viewer_tokens (expires_at);
      CREATE TABLE reports (
        id uuid PRIMARY KEY, study_uid text NOT NULL, patient_id uuid NOT NULL, institution_id uuid NOT NULL,
        version int NOT NULL CHECK (version > 0), status text NOT NULL CHECK (status IN ('PRELIMINARY', 'FINAL', 'AMENDED')),
        findings bytea NOT NULL, impression bytea NOT NULL, signed_by uuid NOT NULL, signed_at timestamptz NOT NULL,
        UNIQUE (study_uid, version),
        FOREIGN KEY (study_uid, patient_id) REFERENCES studies (uid, patient_id)
      );
      REVOKE UPDATE, DELETE ON reports FROM {{app}};
      ${indexedTables.map(indexed).join('')}
      ${secured('upload_tickets')}
      CREATE POLICY own_tickets ON upload_tickets FOR SELECT USING (subject = access.subject());
      CREATE POLICY asked_for ON upload_tickets FOR INSERT WITH CHECK (
        subject = access.subject() AND institution_id = access.institution()
        AND (access.has_role('REQUESTER') OR access.has_role('PARTNER')));
      ${secured('viewer_tokens')}
      ALTER TABLE reports ENABLE ROW LEVEL SECURITY;
      ALTER TABLE reports FORCE ROW LEVEL SECURITY;
      CREATE POLICY shown ON reports FOR SELECT USING (${shown(['REQUESTER', 'EXPERT'], `access.has_role('EXPERT')`)});
      CREATE POLICY signed ON reports FOR INSERT WITH CHECK (
        access.has_role('EXPERT') AND signed_by = access.practitioner()
        AND (institution_id = access.institution() OR patient_id = ANY (access.shared_patients())));
    `,
  },
  {
    name: '2026-11-21-many-shared-patients',
    sql: `
      ${indexedTables.map((table) => `ALTER POLICY shown ON ${table} USING (${shown(['REQUESTER', 'EXPERT', 'PARTNER'], related, hashed)});`).join('\n')}
      ALTER POLICY shown ON reports USING (${shown(['REQUESTER', 'EXPERT'], `access.has_role('EXPERT')`, hashed)});
    `,
  },
];
