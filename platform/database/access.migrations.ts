/** What row-level security policies ask: who is acting in this transaction. After a transaction a setting is '' and not NULL. */
import type { Migration } from './migrations.ts';

function setting(name: string, type: string): string {
  return `CREATE FUNCTION access.${name}() RETURNS ${type} LANGUAGE sql STABLE PARALLEL SAFE AS
    $$ SELECT NULLIF(current_setting('huizhen.${name}', true), '')::${type} $$;`;
}

export const accessMigrations: readonly Migration[] = [
  {
    name: '2026-11-20-viewer-settings',
    sql: `
      ${setting('subject', 'uuid')}
      ${setting('institution', 'uuid')}
      ${setting('practitioner', 'uuid')}
      ${setting('patient', 'uuid')}
      ${setting('service', 'text')}
      -- Patients whom the policy layer has found to be shared with the viewer in this transaction.
      ${setting('shared_patients', 'uuid[]')}
      CREATE FUNCTION access.has_role(role text) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS
        $$ SELECT role = ANY (string_to_array(current_setting('huizhen.roles', true), ',')) $$;
      CREATE FUNCTION access.at_centre() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS
        $$ SELECT coalesce(current_setting('huizhen.centre', true), '') = 'on' $$;
      GRANT USAGE ON SCHEMA access TO huizhen_subgraphs;
      GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA access TO huizhen_subgraphs;
    `,
  },
];
