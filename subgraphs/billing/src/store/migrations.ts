/** Invoices and what they used of each patient's insurance. Reasons carry amounts only, so nothing here needs sealing. */
import type { Migration } from '@huizhen/platform/database/migrations';

export const billingMigrations: readonly Migration[] = [
  {
    name: '2026-11-20-invoices',
    sql: `
      CREATE TABLE invoices (
        id uuid PRIMARY KEY, consultation_id uuid NOT NULL UNIQUE, patient_id uuid NOT NULL, institution_id uuid NOT NULL,
        kind text NOT NULL, expert_ids uuid[] NOT NULL, status text NOT NULL CHECK (status IN ('DRAFT', 'ISSUED', 'SETTLED', 'VOID')),
        fee_fen integer NOT NULL CHECK (fee_fen >= 0), insured_fen integer NOT NULL CHECK (insured_fen >= 0),
        subsidy_fen integer NOT NULL CHECK (subsidy_fen >= 0), patient_fen integer NOT NULL CHECK (patient_fen >= 0),
        deductible_fen integer NOT NULL CHECK (deductible_fen >= 0), because jsonb NOT NULL,
        created_at timestamptz NOT NULL, issued_at timestamptz, insurance_year integer, settled_at timestamptz, voided_at timestamptz,
        CHECK (fee_fen = insured_fen + subsidy_fen + patient_fen),
        CHECK ((issued_at IS NULL) = (insurance_year IS NULL))
      );
      CREATE INDEX ON invoices (patient_id);
      CREATE INDEX ON invoices (institution_id, status);

      CREATE TABLE insurance_usage (
        patient_id uuid NOT NULL, year integer NOT NULL,
        deductible_fen integer NOT NULL DEFAULT 0 CHECK (deductible_fen >= 0),
        insured_fen integer NOT NULL DEFAULT 0 CHECK (insured_fen >= 0),
        PRIMARY KEY (patient_id, year)
      );

      ALTER TABLE invoices ENABLE ROW LEVEL SECURITY;
      ALTER TABLE invoices FORCE ROW LEVEL SECURITY;
      CREATE POLICY billing_itself ON invoices USING (access.service() = 'billing');
      CREATE POLICY read_by_those_concerned ON invoices FOR SELECT USING (
        access.service() IS NOT NULL
        OR (institution_id = access.institution()
          AND (access.has_role('REQUESTER') OR access.has_role('FINANCE') OR access.has_role('PARTNER') OR access.has_role('COORDINATOR')))
        OR (access.at_centre() AND (access.has_role('COORDINATOR') OR access.has_role('FINANCE')))
        OR (patient_id = access.patient() AND access.has_role('PATIENT'))
        OR (access.practitioner() = ANY (expert_ids) AND access.has_role('EXPERT'))
      );
      CREATE POLICY settled_by_finance ON invoices FOR UPDATE USING (
        access.has_role('FINANCE') AND (institution_id = access.institution() OR access.at_centre())
      );

      ALTER TABLE insurance_usage ENABLE ROW LEVEL SECURITY;
      ALTER TABLE insurance_usage FORCE ROW LEVEL SECURITY;
      CREATE POLICY billing_itself ON insurance_usage USING (access.service() = 'billing');
    `,
  },
  {
    name: '2026-11-21-reasons-with-codes',
    sql: `
      ALTER TABLE invoices ADD COLUMN reasons jsonb NOT NULL DEFAULT '[]';
      COMMENT ON COLUMN invoices.reasons IS 'the steps of the calculation by code; bills of before this column have their words alone';
    `,
  },
];
