/** Makes one role, or checks that the one found is as harmless as the one it would have made. */
import type pg from 'pg';
import { DatabaseError } from './database-errors.ts';
import { identifier } from './identifier.ts';
import { scramVerifier } from './scram-verifier.ts';

const harmless = 'NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS';

/** The administrator joins it, to create its schema and to run its migrations as the owner. */
export async function ensureOwnerRole(client: pg.Client, role: string): Promise<void> {
  await ensureRole(client, role, 'NOLOGIN');
  await client.query(`GRANT ${identifier(role)} TO CURRENT_USER`);
}

export async function ensureAppRole(client: pg.Client, role: string, password: string): Promise<void> {
  await ensureRole(client, role, 'LOGIN');
  await client.query(`ALTER ROLE ${identifier(role)} LOGIN PASSWORD '${scramVerifier(password)}'`);
}

/** An administrator who is no superuser may not even say NOSUPERUSER of an existing role; so that one is checked, not changed. */
async function ensureRole(client: pg.Client, role: string, login: 'LOGIN' | 'NOLOGIN'): Promise<void> {
  const { rows } = await client.query<{ powerful: boolean }>(
    `SELECT rolsuper OR rolcreatedb OR rolcreaterole OR rolreplication OR rolbypassrls AS powerful FROM pg_roles WHERE rolname = $1`,
    [role],
  );
  if (rows[0] === undefined) await client.query(`CREATE ROLE ${identifier(role)} ${login} ${harmless}`);
  if (rows[0]?.powerful === true)
    throw new DatabaseError(
      'ROLE_TOO_POWERFUL',
      `The role ${role} exists with more rights than it may have. Run: ALTER ROLE ${role} ${harmless}`,
    );
}
