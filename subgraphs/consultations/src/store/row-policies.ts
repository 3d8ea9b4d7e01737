/**
 * Row-level security of a consultation and its parts. The rules behind it are finer (domain/consultation-policy.ts); this
 * layer holds even when a query forgets to ask them.
 */
const parts = ['invitations', 'opinions', 'timeline'] as const;

/**
 * An expert sees a case through a live invitation to it. Asked as the owner, who may read both tables: policies that looked
 * into each other's tables would turn in circles.
 */
const invitedExperts = `
  CREATE POLICY own_functions ON consultations FOR SELECT TO CURRENT_USER USING (true);
  CREATE POLICY own_functions ON invitations FOR SELECT TO CURRENT_USER USING (true);
  CREATE FUNCTION expert_of(consultation uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = pg_catalog AS $$
      SELECT EXISTS (
        SELECT 1 FROM consultations.invitations i JOIN consultations.consultations c ON c.id = i.consultation_id
        WHERE i.consultation_id = $1 AND i.expert_id = access.practitioner()
          AND i.status IN ('REQUESTED', 'ACCEPTED') AND c.consent_withdrawn_at IS NULL)
    $$;
  REVOKE ALL ON FUNCTION expert_of(uuid) FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION expert_of(uuid) TO {{app}};`;

function policiesOf(table: string, consultationId: string, more = ''): string {
  const staff = `${more}institution_id = access.institution() OR (access.at_centre() AND access.has_role('COORDINATOR'))
    OR patient_id = ANY (access.shared_patients()) OR expert_of(${consultationId})`;
  return `
  ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
  ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
  CREATE POLICY shown ON ${table} FOR SELECT TO {{app}}
    USING (access.service() IS NOT NULL OR patient_id = access.patient() OR ${staff});
  CREATE POLICY added ON ${table} FOR INSERT TO {{app}} WITH CHECK (access.service() = 'consultations' OR ${staff});
  CREATE POLICY changed ON ${table} FOR UPDATE TO {{app}} USING (access.service() = 'consultations' OR ${staff});`;
}

const counters = `
  ALTER TABLE number_counters ENABLE ROW LEVEL SECURITY;
  ALTER TABLE number_counters FORCE ROW LEVEL SECURITY;
  CREATE POLICY own_institution ON number_counters TO {{app}}
    USING (access.service() = 'consultations' OR institution_id = access.institution());`;

export const rowPolicies = [
  invitedExperts,
  policiesOf('consultations', 'id'),
  // The invited always see their own invitation, so that a late answer is told that it is late.
  ...parts.map((table) =>
    policiesOf(table, 'consultation_id', table === 'invitations' ? 'expert_id = access.practitioner() OR ' : ''),
  ),
  counters,
].join('\n');
