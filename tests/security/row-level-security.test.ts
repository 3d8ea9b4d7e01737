/** Row-level security beneath every policy: what an app role gets out of the database with nothing but SQL. */
import { randomUUID } from 'node:crypto';
import { demoId } from '@huizhen/schema/demo-ids';
import { subgraphNames } from '@huizhen/gateway/topology/subgraphs';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openClinic, type Clinic } from '../harness/clinic.ts';
import { insiderOf } from '../harness/insider.ts';

const schemas: readonly string[] = subgraphNames;
const appRoles = [...schemas, 'events', 'jobs', 'audit', 'access', 'gateway'].map((schema) => `huizhen_${schema}`);

/** Tables without row-level security, and why they need none. A new table stands here or is guarded. */
const unguarded: Readonly<Record<string, string>> = {
  data_keys: 'wrapped keys, worth nothing without the key provider; may be added and never changed',
  answered_commands: 'hashes of commands, and ids of what they answered',
  'directory.institutions': 'public facts of institutions',
  'directory.agreements': 'between institutions',
  'directory.practitioners': 'public facts of clinicians',
  'directory.sessions': 'ids and times of sessions',
  'directory.refresh_tokens': 'hashes',
  'directory.failed_sign_ins': 'names of accounts and times',
  'experts.experts': 'public facts of experts',
  'experts.invitations': 'ids and states, without patients',
};

const own = demoId('institution', 1);
const foreign = demoId('institution', 2);
/** Everything that a person of institution 1 could be at once, but for the centre's staff. */
const somebody = { institution: own, subject: randomUUID(), roles: 'REQUESTER,PARTNER,COORDINATOR,FINANCE,EXPERT' };

interface Table {
  readonly schema: string;
  readonly name: string;
  readonly guarded: boolean;
  readonly columns: readonly string[];
}

let clinic: Clinic;
let admin: pg.Client;
let tables: readonly Table[];
const apps = new Map<string, pg.Client>();

beforeAll(async () => {
  clinic = await openClinic();
  const insider = await insiderOf(clinic);
  admin = await connected(clinic.databaseUrl);
  for (const schema of schemas) apps.set(schema, await connected(insider.urlOf(schema)));
  tables = await tablesIn(admin);
}, 120_000);

afterAll(async () => {
  await Promise.all([admin, ...apps.values()].map((client) => client?.end()));
  await clinic?.stop();
});

describe('the catalogue', () => {
  test('every table is guarded, also against its owner, or is known to hold nothing of patients', () => {
    const open = tables.filter(({ guarded }) => !guarded).map(({ schema, name }) => `${schema}.${name}`);
    expect(open.filter((name) => !(name in unguarded) && !((name.split('.')[1] ?? '') in unguarded))).toEqual([]);
    const ofPatients = tables.filter(({ columns }) => columns.includes('patient_id'));
    expect(ofPatients.length).toBeGreaterThan(20);
    expect(ofPatients.filter(({ guarded, name }) => !guarded && name !== 'data_keys')).toEqual([]);
  });

  test('app roles have no power over the server, over owners or over any object', async () => {
    const { rows: roles } = await admin.query<{ rolname: string }>(
      `SELECT rolname FROM pg_roles WHERE rolname = ANY ($1)
         AND NOT (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb OR rolreplication)`,
      [appRoles],
    );
    expect(roles.map(({ rolname }) => rolname).toSorted()).toEqual(appRoles.toSorted());
    const { rows: owned } = await admin.query(
      `SELECT relname AS name FROM pg_class WHERE relowner::regrole::text = ANY ($1)
       UNION ALL SELECT nspname FROM pg_namespace WHERE nspowner::regrole::text = ANY ($1)
       UNION ALL SELECT proname FROM pg_proc WHERE proowner::regrole::text = ANY ($1)`,
      [appRoles],
    );
    expect(owned).toEqual([]);
    const { rows: joined } = await admin.query(
      `SELECT roleid::regrole::text AS role FROM pg_auth_members
       WHERE member::regrole::text = ANY ($1) AND roleid::regrole::text <> 'huizhen_subgraphs'`,
      [appRoles],
    );
    expect(joined).toEqual([]);
  });

  test('views ask as whoever looks, and functions that ask as their owner cannot be led astray', async () => {
    const { rows: views } = await admin.query(
      `SELECT c.oid::regclass::text AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE n.nspname = ANY ($1) AND (c.relkind = 'm'
         OR (c.relkind = 'v' AND NOT coalesce('security_invoker=true' = ANY (c.reloptions), false)))`,
      [schemas],
    );
    expect(views).toEqual([]);
    const { rows: functions } = await admin.query(
      `SELECT p.oid::regprocedure::text AS name FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
       WHERE p.prosecdef AND n.nspname = ANY ($1) AND (
         NOT coalesce('search_path=pg_catalog' = ANY (p.proconfig), false) OR has_function_privilege('public', p.oid, 'EXECUTE'))`,
      [[...schemas, 'events', 'audit', 'access']],
    );
    expect(functions).toEqual([]);
  });
});

describe.each(schemas)('the app role of %s', (schema) => {
  const guarded = () => tables.filter((table) => table.schema === schema && table.guarded);
  const ofInstitutions = () => guarded().filter(({ columns }) => columns.includes('institution_id'));

  test('sees nothing while nobody is named', async () => {
    for (const { name } of guarded()) expect(await counted(app(schema), `${schema}.${name}`), name).toBe(0);
  });

  test('sees nothing on a connection that served somebody before', async () => {
    const client = app(schema);
    const settings = { ...somebody, service: schema };
    const before = await within(client, settings, () => countedIn(client, guarded()), 'COMMIT');
    if (guarded().length > 0 && schema !== 'experts') expect(before).toBeGreaterThan(0);
    expect(await countedIn(client, guarded())).toBe(0);
  });

  test('sees nothing of another institution in the name of one', async () => {
    const client = app(schema);
    for (const { name } of ofInstitutions()) {
      const others = within(client, somebody, () =>
        counted(client, `${schema}.${name} WHERE institution_id <> '${own}'`),
      );
      expect(await others, name).toBe(0);
    }
  });

  test('writes nothing for another institution in the name of one', async () => {
    const client = app(schema);
    for (const { name } of ofInstitutions()) {
      const table = `${schema}.${name}`;
      const attempts = [
        `INSERT INTO ${table} (institution_id) VALUES ('${foreign}')`,
        `UPDATE ${table} SET institution_id = institution_id WHERE institution_id = '${foreign}'`,
        `UPDATE ${table} SET institution_id = '${foreign}' WHERE institution_id = '${own}'`,
        `DELETE FROM ${table} WHERE institution_id = '${foreign}'`,
      ];
      for (const sql of attempts) expect(await attempted(client, sql), sql).toBe('refused');
    }
  });

  test('adds to the access log, in its own name, and can neither change it nor read what is not about the patient who asks', async () => {
    const client = app(schema);
    const entry = (column = '', value = '') =>
      `INSERT INTO audit.entries (id, request_id, roles, kind, action, object_ids, patient_ids${column})
       VALUES ('${randomUUID()}', 'test', '{}', 'READ', 'test', '{}', '{}'${value})`;
    expect(await attempted(client, entry())).toBe('1 rows');
    expect(await attempted(client, entry(', service', `, 'somebody else'`))).toBe('refused');
    expect(await attempted(client, entry(', at', `, '2020-01-01'`))).toBe('refused');
    for (const sql of [
      'SELECT * FROM audit.entries',
      'SELECT id FROM audit.entries',
      'SELECT object_ids FROM audit.entries',
      `UPDATE audit.entries SET action = ''`,
      'DELETE FROM audit.entries',
      'TRUNCATE audit.entries',
    ])
      expect(await attempted(client, sql), sql).toBe('refused');
  });

  test('logs events in its own name and in no place of its choice', async () => {
    const client = app(schema);
    const event = (column = '', value = '') =>
      `INSERT INTO events.log (id, type, payload${column}) VALUES ('${randomUUID()}', 'test', '{}'${value})`;
    expect(await attempted(client, event())).toBe('1 rows');
    for (const [column, value] of [
      ['source', `'huizhen_x'`],
      ['position', '1'],
      ['written', '1'],
      ['at', 'now()'],
    ])
      expect(await attempted(client, event(`, ${column}`, `, ${value}`)), column).toBe('refused');
    for (const sql of [`UPDATE events.log SET type = ''`, 'DELETE FROM events.log', 'TRUNCATE events.log'])
      expect(await attempted(client, sql), sql).toBe('refused');
  });
});

test.each([
  ['patients', ['patients', 'consents', 'resources']],
  ['imaging', ['studies', 'study_consultations', 'series', 'instances', 'reports']],
])('%s: a thousand shared patients are looked up, not compared with each row', async (schema, names) => {
  const client = app(schema);
  const shared = Array.from({ length: 1_000 }, () => randomUUID());
  await within(client, { ...somebody, shared_patients: `{${shared.join(',')}}` }, async () => {
    for (const name of names) {
      const { rows } = await client.query<{ 'QUERY PLAN': string }>(`EXPLAIN SELECT * FROM ${schema}.${name}`);
      const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
      expect(plan, name).toMatch(/hashed SubPlan/i);
      expect(plan, name).not.toMatch(/= ANY \(.*shared_patients/);
    }
  });
});

test('even the database’s administrator changes the access log only by first taking its guard away', async () => {
  await expect(admin.query(`UPDATE audit.entries SET action = ''`)).rejects.toThrow('never changed');
  await expect(admin.query('DELETE FROM audit.entries')).rejects.toThrow('never changed');
  await expect(admin.query('TRUNCATE audit.entries')).rejects.toThrow('never changed');
});

async function connected(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client;
}

function app(schema: string): pg.Client {
  const client = apps.get(schema);
  if (!client) throw new Error(`Nobody is connected to ${schema}.`);
  return client;
}

async function tablesIn(client: pg.Client): Promise<Table[]> {
  const { rows } = await client.query<Table>(
    `SELECT n.nspname AS schema, c.relname AS name, c.relrowsecurity AND c.relforcerowsecurity AS guarded,
       array_agg(a.attname::text) AS columns
     FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0
     WHERE c.relkind IN ('r', 'p') AND n.nspname = ANY ($1) GROUP BY 1, 2, 3 ORDER BY 1, 2`,
    [schemas],
  );
  return rows;
}

/** The work in a transaction with these settings, as the platform sets them. */
async function within<T>(
  client: pg.Client,
  settings: Readonly<Record<string, string>>,
  work: () => Promise<T>,
  end: 'COMMIT' | 'ROLLBACK' = 'ROLLBACK',
): Promise<T> {
  await client.query('BEGIN');
  try {
    for (const [name, value] of Object.entries(settings))
      await client.query('SELECT set_config($1, $2, true)', [`huizhen.${name}`, value]);
    return await work();
  } finally {
    await client.query(end);
  }
}

async function counted(client: pg.Client, from: string): Promise<number> {
  const { rows } = await client.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${from}`);
  return rows[0]?.n ?? Number.NaN;
}

async function countedIn(client: pg.Client, among: readonly Table[]): Promise<number> {
  let sum = 0;
  for (const { schema, name } of among) sum += await counted(client, `${schema}.${name}`);
  return sum;
}

/** Refused: for want of a right, or because no row is there to be touched. */
async function attempted(client: pg.Client, sql: string): Promise<string> {
  return within(client, somebody, () =>
    client.query(sql).then(
      ({ rowCount }) => (rowCount === 0 ? 'refused' : `${rowCount} rows`),
      (error: pg.DatabaseError) => (error.code === '42501' ? 'refused' : error.message),
    ),
  );
}
