/** The patients' tables. Row-level security stands on every one of them, beneath the policies of the domain. */
import type { Migration } from '@huizhen/platform/database/migrations';

/** Rows of the institution's own patients, for those who work with patients there, and of the patient. */
function ownRows(patientId: string): string {
  return `access.service() = 'patients'
    OR (institution_id = access.institution() AND (access.has_role('REQUESTER') OR access.has_role('PARTNER')))
    OR ${patientId} = access.patient()`;
}

/** Rows of patients who were found to be shared with the viewer; `others` may read as well. */
function guarded(table: string, patientId: string, others: string): string {
  return `
    ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
    ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
    CREATE POLICY own_patients ON ${table} USING (${ownRows(patientId)});
    CREATE POLICY shared_patients ON ${table} FOR SELECT USING (${others});`;
}

const shared = (patientId: string) => `${patientId} = ANY (access.shared_patients())`;
const sharedOrService = (patientId: string) => `access.service() IS NOT NULL OR ${shared(patientId)}`;

/** Read once a statement and hashed: compared with each row anew, a province's queue would take minutes. */
const hashed = (patientId: string) => `${patientId} IN (SELECT unnest(access.shared_patients()))`;

export const patientsMigrations: readonly Migration[] = [
  {
    name: '2026-11-20-patients',
    sql: `
      CREATE TABLE patients (
        id uuid PRIMARY KEY, institution_id uuid NOT NULL,
        source_index bytea NOT NULL, identity_index bytea, phone_index bytea, content_index bytea NOT NULL,
        gender text NOT NULL, birth_date date NOT NULL,
        name bytea NOT NULL, identity_number bytea, phone bytea, address bytea, guardian bytea, raw bytea NOT NULL,
        UNIQUE (institution_id, source_index),
        UNIQUE (institution_id, identity_index)
      );
      COMMENT ON COLUMN patients.source_index IS 'keyed HMAC of the key at the source, which may hold an identifier';
      CREATE INDEX ON patients (institution_id, id);
      CREATE INDEX ON patients (institution_id, phone_index);
      -- One person under the keys of several sources; found the second time by the identity number.
      CREATE TABLE patient_sources (
        institution_id uuid NOT NULL, source_index bytea NOT NULL, patient_id uuid NOT NULL REFERENCES patients,
        PRIMARY KEY (institution_id, source_index)
      );
      CREATE TABLE patient_name_tokens (
        patient_id uuid NOT NULL REFERENCES patients, institution_id uuid NOT NULL, token bytea NOT NULL,
        PRIMARY KEY (institution_id, token, patient_id)
      );
      CREATE INDEX ON patient_name_tokens (patient_id);
      CREATE TABLE resources (
        id uuid PRIMARY KEY, patient_id uuid NOT NULL REFERENCES patients, institution_id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('Encounter', 'Condition', 'Observation', 'Medication', 'Allergy')),
        source_index bytea NOT NULL, content_index bytea NOT NULL, code_index bytea NOT NULL,
        effective_at timestamptz, ended_at timestamptz, entered_in_error boolean NOT NULL,
        content bytea NOT NULL, raw bytea NOT NULL,
        UNIQUE (patient_id, source_index)
      );
      COMMENT ON COLUMN resources.code_index IS 'keyed HMAC of patient and code: equal codes of two patients do not look equal';
      CREATE INDEX resources_newest ON resources
        (patient_id, kind, coalesce(effective_at, '-infinity'::timestamptz) DESC, id DESC) WHERE NOT entered_in_error;
      CREATE TABLE consents (
        id uuid PRIMARY KEY, patient_id uuid NOT NULL REFERENCES patients, institution_id uuid NOT NULL,
        purpose text NOT NULL, text_version text NOT NULL, signed_by bytea NOT NULL, signed_at timestamptz NOT NULL,
        valid_until timestamptz CHECK (valid_until > signed_at), withdrawn_at timestamptz
      );
      CREATE INDEX ON consents (patient_id, purpose);
      CREATE TABLE coverages (
        patient_id uuid PRIMARY KEY REFERENCES patients, institution_id uuid NOT NULL,
        scheme text NOT NULL, active boolean NOT NULL,
        rate_basis_points int NOT NULL CHECK (rate_basis_points BETWEEN 0 AND 10000),
        cap_per_visit_fen int NOT NULL CHECK (cap_per_visit_fen >= 0),
        deductible_remaining_fen int NOT NULL CHECK (deductible_remaining_fen >= 0),
        annual_remaining_fen int NOT NULL CHECK (annual_remaining_fen >= 0)
      );
      ${guarded('patients', 'id', sharedOrService('id'))}
      ${guarded('patient_sources', 'patient_id', 'false')}
      ${guarded('patient_name_tokens', 'patient_id', 'false')}
      ${guarded('resources', 'patient_id', `access.has_role('EXPERT') AND ${shared('patient_id')}`)}
      ${guarded('consents', 'patient_id', sharedOrService('patient_id'))}
      ${guarded('coverages', 'patient_id', 'access.service() IS NOT NULL')}
    `,
  },
  {
    name: '2026-11-21-many-shared-patients',
    sql: `
      ALTER POLICY shared_patients ON patients USING (access.service() IS NOT NULL OR ${hashed('id')});
      ALTER POLICY shared_patients ON consents USING (access.service() IS NOT NULL OR ${hashed('patient_id')});
      ALTER POLICY shared_patients ON resources USING (access.has_role('EXPERT') AND ${hashed('patient_id')});
    `,
  },
];
