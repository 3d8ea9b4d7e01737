import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { migrate } from '../database/migrations.ts';
import { appUrl, provisionRoles } from '../database/roles.ts';
import { createDatabaseFrom, dropDatabase } from '../database/template.ts';
import { urlOfDatabase } from '../database/database-url.ts';
import { cleanUp, dataFolder, rows, start } from './database-given.ts';

const clinic = { schema: 'clinic', password: "it's a p@ss/word%20" };
const archive = { schema: 'archive', password: 'another' };
const visits = {
  name: '2026-11-20-visits',
  sql: `CREATE TABLE visits (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, institution text NOT NULL);
        ALTER TABLE visits ENABLE ROW LEVEL SECURITY;
        ALTER TABLE visits FORCE ROW LEVEL SECURITY;
        CREATE POLICY own ON visits USING (institution = NULLIF(current_setting('test.institution', true), ''));`,
};
const clinicModule = { schema: 'clinic', migrations: [visits] };

let admin = '';
let database = '';
let asClinic = '';
let count = 0;

beforeAll(async () => {
  admin = (await start(await dataFolder())).url;
});
beforeEach(async () => {
  database = `d${(count += 1)}`;
  await provisionRoles(admin, database, [clinic, archive]);
  asClinic = appUrl(admin, database, 'clinic', clinic.password);
});
afterAll(cleanUp);

const inDatabase = (sql: string) => rows(urlOfDatabase(admin, database), sql);

test('migrates once, in order, and says what was applied', async () => {
  const more = { name: '2026-11-21-notes', sql: 'ALTER TABLE visits ADD COLUMN note text' };
  const both = [{ schema: 'clinic', migrations: [visits, more] }];
  expect(await migrate(admin, database, both)).toEqual({
    applied: ['clinic/2026-11-20-visits', 'clinic/2026-11-21-notes'],
  });
  expect(await migrate(admin, database, both)).toEqual({ applied: [] });
});

test('of several hosts that migrate at once, one does it and the others find nothing to do', async () => {
  const results = await Promise.all([1, 2, 3, 4].map(() => migrate(admin, database, [clinicModule])));
  expect(results.flatMap(({ applied }) => applied)).toEqual(['clinic/2026-11-20-visits']);
});

test('an applied migration may not change, except in its line endings', async () => {
  await migrate(admin, database, [clinicModule]);
  const windows = { ...visits, sql: visits.sql.replaceAll('\n', '\r\n') };
  expect(await migrate(admin, database, [{ schema: 'clinic', migrations: [windows] }])).toEqual({ applied: [] });
  const edited = { ...visits, sql: `${visits.sql} SELECT 1;` };
  await expect(migrate(admin, database, [{ schema: 'clinic', migrations: [edited] }])).rejects.toMatchObject({
    code: 'MIGRATION_CHANGED',
    message: expect.stringContaining('2026-11-20-visits of schema clinic'),
  });
});

test.each([
  ['fails half-way', 'CREATE TABLE half (id int); SELECT 1/0;'],
  ['commits on its own', 'CREATE TABLE half (id int); COMMIT;'],
  [
    'breaks a deferred constraint',
    'CREATE TABLE half (id int PRIMARY KEY DEFERRABLE INITIALLY DEFERRED); INSERT INTO half VALUES (1), (1);',
  ],
])('a migration that %s leaves nothing behind', async (_, sql) => {
  const broken = { schema: 'clinic', migrations: [visits, { name: '2026-11-21-broken', sql }] };
  await expect(migrate(admin, database, [broken])).rejects.toMatchObject({
    code: 'MIGRATION_FAILED',
    message: expect.stringContaining('2026-11-21-broken of schema clinic'),
  });
  expect(await inDatabase(`SELECT to_regclass('clinic.half') AS half`)).toEqual([{ half: null }]);
  expect(await inDatabase('SELECT name FROM migrations.applied')).toEqual([{ name: visits.name }]);
});

test('a module without roles is told to provision them first', async () => {
  await expect(migrate(admin, database, [{ schema: 'nobody', migrations: [visits] }])).rejects.toMatchObject({
    code: 'ROLE_MISSING',
  });
});

test('a migration as administrator can bring extensions and rights, but no table of its own', async () => {
  const shared = {
    name: '2026-11-20-shared',
    sql: `CREATE EXTENSION IF NOT EXISTS btree_gist; SET LOCAL ROLE {{owner}}; CREATE TABLE {{schema}}.entries (id int);
          GRANT USAGE ON SCHEMA {{schema}} TO huizhen_clinic; REVOKE UPDATE ON {{schema}}.entries FROM {{app}};
          GRANT INSERT ON {{schema}}.entries TO huizhen_clinic;`,
  };
  await migrate(admin, database, [{ schema: 'archive', asAdmin: true, migrations: [shared] }]);
  await rows(asClinic, 'INSERT INTO archive.entries VALUES (1)');
  await expect(rows(asClinic, 'SELECT * FROM archive.entries')).rejects.toMatchObject({ code: '42501' });
  const asArchive = appUrl(admin, database, 'archive', archive.password);
  await expect(rows(asArchive, 'UPDATE archive.entries SET id = 2')).rejects.toMatchObject({ code: '42501' });

  const stray = {
    schema: 'archive',
    asAdmin: true,
    migrations: [shared, { name: 'stray', sql: 'CREATE TABLE stray (id int)' }],
  } as const;
  await expect(migrate(admin, database, [stray])).rejects.toMatchObject({
    message: expect.stringContaining('it leaves stray to'),
  });
});

test('the app role works on its tables, owns nothing, and cannot pass row-level security', async () => {
  await migrate(admin, database, [clinicModule]);
  await expect(rows(asClinic, `INSERT INTO clinic.visits (institution) VALUES ('A')`)).rejects.toMatchObject({
    code: '42501',
  });
  await rows(asClinic, `SET test.institution = 'A'; INSERT INTO clinic.visits (institution) VALUES ('A')`);
  expect(await rows(asClinic, 'SELECT * FROM clinic.visits')).toEqual([]);
  expect(await inDatabase('SELECT institution FROM clinic.visits')).toEqual([{ institution: 'A' }]);
  expect(
    await inDatabase(`SELECT rolsuper, rolbypassrls, rolcreatedb, rolcreaterole,
      (SELECT count(*)::int FROM pg_shdepend WHERE refobjid = r.oid AND deptype = 'o') AS owned,
      (SELECT count(*)::int FROM pg_auth_members WHERE member = r.oid) AS memberships
      FROM pg_roles r WHERE rolname = 'huizhen_clinic'`),
  ).toEqual([
    { rolsuper: false, rolbypassrls: false, rolcreatedb: false, rolcreaterole: false, owned: 0, memberships: 0 },
  ]);
});

test.each([
  'CREATE TABLE clinic.mine (id int)',
  'CREATE TABLE public.mine (id int)',
  'CREATE TEMP TABLE mine (id int)',
  'CREATE SCHEMA mine',
  'ALTER TABLE clinic.visits DISABLE ROW LEVEL SECURITY',
  'TRUNCATE clinic.visits',
  'DROP TABLE clinic.visits',
  'SET row_security = off; SELECT * FROM clinic.visits',
  'SET ROLE huizhen_clinic_owner',
  'CREATE TABLE archive.mine (id int)',
  'SELECT * FROM migrations.applied',
])('the app role is refused: %s', async (sql) => {
  await migrate(admin, database, [clinicModule]);
  await expect(rows(asClinic, sql)).rejects.toMatchObject({ code: '42501' });
});

test('no role of ours may enter a database it was not given, nor may the owner sign in', async () => {
  const other = `${database}_other`;
  await provisionRoles(admin, other, [archive]);
  await expect(rows(appUrl(admin, other, 'clinic', clinic.password), 'SELECT 1')).rejects.toMatchObject({
    code: '42501',
  });
  expect(await rows(admin, `SELECT rolcanlogin FROM pg_roles WHERE rolname = 'huizhen_clinic_owner'`)).toEqual([
    { rolcanlogin: false },
  ]);
});

test('an administrator without superuser rights can provision and migrate, again and at once with others', async () => {
  await rows(admin, `CREATE ROLE hospital_dba LOGIN CREATEROLE CREATEDB PASSWORD 'dba'`);
  const dba = new URL(admin);
  [dba.username, dba.password] = ['hospital_dba', 'dba'];
  const ward = { schema: 'ward', password: 'ward' };
  await Promise.all([1, 2, 3].map((n) => provisionRoles(dba.href, `hospital_${n % 2}`, [ward])));
  await migrate(dba.href, 'hospital_1', [{ schema: 'ward', migrations: [visits] }]);
  await provisionRoles(dba.href, 'hospital_1', [ward]);
  expect(await rows(appUrl(dba.href, 'hospital_1', 'ward', 'ward'), 'SELECT * FROM ward.visits')).toEqual([]);
});

test('a role that was given more rights by hand is refused', async () => {
  await rows(admin, 'CREATE ROLE huizhen_loose BYPASSRLS');
  await expect(provisionRoles(admin, database, [{ schema: 'loose', password: 'x' }])).rejects.toMatchObject({
    code: 'ROLE_TOO_POWERFUL',
  });
});

test('a clone has the tables, the rights and the doors of its template', async () => {
  await migrate(admin, database, [clinicModule]);
  const clone = `${database}-clone`;
  await createDatabaseFrom(admin, database, clone);
  expect(await rows(appUrl(admin, clone, 'clinic', clinic.password), 'SELECT * FROM clinic.visits')).toEqual([]);
  expect(await rows(admin, `SELECT has_database_privilege('public', '${clone}', 'CONNECT') AS open`)).toEqual([
    { open: false },
  ]);
  await dropDatabase(admin, clone);
  await dropDatabase(admin, clone);
  await expect(createDatabaseFrom(admin, database, 'x"; DROP')).rejects.toMatchObject({ code: 'UNSAFE_NAME' });
});
