import { createSecretKey, randomBytes, randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { dataKeysTable } from '../crypto/data-keys-table.ts';
import { openField, sealField } from '../crypto/data-key.ts';
import { keyEncryptionKeys } from '../crypto/key-encryption-keys.ts';
import { LocalKeyProvider } from '../crypto/local-key-provider.ts';
import type { DataKeyStore } from '../crypto/data-key-store.ts';
import { PatientKeyring } from '../crypto/patient-keyring.ts';
import { postgresRewrapStore } from '../crypto/postgres-rewrap-store.ts';
import { rewrapDataKeys } from '../crypto/rewrap-data-keys.ts';
import { SealBroken } from '../crypto/seal-broken.ts';
import { migrate } from '../database/migrations.ts';
import { appUrl, provisionRoles } from '../database/roles.ts';
import { urlOfDatabase } from '../database/database-url.ts';
import { withClient } from '../database/with-client.ts';
import { cleanUp, dataFolder, start } from './database-given.ts';

const schema = 'clinic';
const kek = (...versions: number[]) => new Map(versions.map((version) => [version, keks[version - 1] ?? newKey()]));
const newKey = () => createSecretKey(randomBytes(32));
const keks = [newKey(), newKey()];
const provider = new LocalKeyProvider(keyEncryptionKeys(kek(1)));
const newKeyring = () => new PatientKeyring(provider, { schema });
const place = { table: 'patients', column: 'phone', rowId: 'row-1' };

let admin = '';
let asApp = '';
const open = new Set<pg.Client>();
let statements = 0;

beforeAll(async () => {
  const server = (await start(await dataFolder())).url;
  await provisionRoles(server, 'keys', [{ schema, password: 'secret' }]);
  admin = urlOfDatabase(server, 'keys');
  asApp = appUrl(server, 'keys', schema, 'secret');
  await migrate(server, 'keys', [{ schema, migrations: [{ name: '2026-11-20-data-keys', sql: dataKeysTable }] }]);
});
afterEach(async () => {
  await Promise.all([...open].map((client) => client.end()));
  open.clear();
});
afterAll(cleanUp);

/** A transaction of its own on a connection of its own. */
async function transaction(): Promise<{ store: DataKeyStore; end: (how: 'COMMIT' | 'ROLLBACK') => Promise<unknown> }> {
  const client = new pg.Client(asApp);
  open.add(client);
  await client.connect();
  await client.query('BEGIN');
  return { store: storeOn(client), end: (how) => client.query(how) };
}

const rowsSchema = z.array(z.object({ patientId: z.string(), keyVersion: z.number(), wrapped: z.instanceof(Buffer) }));

function storeOn(client: pg.Client): DataKeyStore {
  const columns = 'patient_id AS "patientId", key_version AS "keyVersion", wrapped';
  return {
    async find(patientIds) {
      statements += 1;
      const found = await client.query(`SELECT ${columns} FROM clinic.data_keys WHERE patient_id = ANY ($1::uuid[])`, [
        patientIds,
      ]);
      return rowsSchema.parse(found.rows);
    },
    async insert({ patientId, keyVersion, wrapped }) {
      const values = [patientId, keyVersion, wrapped];
      await client.query('INSERT INTO clinic.data_keys VALUES ($1, $2, $3) ON CONFLICT DO NOTHING', values);
    },
  };
}

async function newPatient(keyring = newKeyring()): Promise<string> {
  const patientId = randomUUID();
  const { store, end } = await transaction();
  await keyring.keyForWriting(patientId, store);
  await end('COMMIT');
  return patientId;
}

test('the keys of many patients take one statement, and none the second time; patients without a key are absent', async () => {
  const patients = [await newPatient(), await newPatient(), await newPatient()];
  const keyring = newKeyring();
  const { store } = await transaction();
  const before = statements;
  const keys = await keyring.keysFor([...patients, ...patients, randomUUID()], store);
  expect([...keys.keys()].toSorted()).toEqual(patients.toSorted());
  await keyring.keysFor(patients, store);
  expect(statements - before).toBe(1);
});

test('two processes that write a patient first at once agree on one key', async () => {
  const patientId = randomUUID();
  const [one, two] = [await transaction(), await transaction()];
  const first = await newKeyring().keyForWriting(patientId, one.store);
  const second = newKeyring().keyForWriting(patientId, two.store);
  await one.end('COMMIT');
  expect((await second).key.equals(first.key)).toBe(true);
});

test('when the first of them rolls back, the second has its own key', async () => {
  const patientId = randomUUID();
  const [one, two] = [await transaction(), await transaction()];
  const first = await newKeyring().keyForWriting(patientId, one.store);
  const second = newKeyring().keyForWriting(patientId, two.store);
  await one.end('ROLLBACK');
  expect((await second).key.equals(first.key)).toBe(false);
});

test('a key whose transaction rolled back never seals again, even if it was read meanwhile', async () => {
  const patientId = randomUUID();
  const keyring = newKeyring();
  const lost = await transaction();
  const lostKey = await keyring.keyForWriting(patientId, lost.store);
  expect((await keyring.keysFor([patientId], { ...lost.store })).size).toBe(1);
  await lost.end('ROLLBACK');
  const again = await transaction();
  expect((await keyring.keysFor([patientId], again.store)).size).toBe(0);
  const kept = await keyring.keyForWriting(patientId, again.store);
  await again.end('COMMIT');
  expect(kept.key.equals(lostKey.key)).toBe(false);
  const reader = await transaction();
  expect((await newKeyring().keysFor([patientId], reader.store)).get(patientId)?.key.equals(kept.key)).toBe(true);
});

test("a data key moved to another patient's row, or to another subgraph, does not unwrap", async () => {
  const [one, two] = [await newPatient(), await newPatient()];
  const { store } = await transaction();
  const swapped: DataKeyStore = {
    ...store,
    find: async () => (await store.find([one])).map((row) => ({ ...row, patientId: two })),
  };
  await expect(newKeyring().keysFor([two], swapped)).rejects.toThrow(SealBroken);
  const elsewhere = new PatientKeyring(provider, { schema: 'billing' });
  await expect(elsewhere.keysFor([one], store)).rejects.toThrow(SealBroken);
});

test('the application may neither change nor remove a data key', async () => {
  const patientId = await newPatient();
  for (const statement of [
    "UPDATE clinic.data_keys SET wrapped = ''",
    'DELETE FROM clinic.data_keys',
    'TRUNCATE clinic.data_keys',
  ])
    await expect(withClient(asApp, (client) => client.query(statement))).rejects.toThrow('permission denied');
  const { store } = await transaction();
  expect((await newKeyring().keysFor([patientId], store)).size).toBe(1);
});

test('after a rotation the old key-encryption key is not needed, and what was sealed before still opens', async () => {
  const patientId = await newPatient();
  await Promise.all([newPatient(), newPatient()]);
  const { store } = await transaction();
  const before = (await newKeyring().keysFor([patientId], store)).get(patientId);
  if (!before) throw new Error('The patient has no key.');
  const sealed = sealField(before, place, '13800001111');
  const rotating = new LocalKeyProvider(keyEncryptionKeys(kek(1, 2)));
  const rotate = () =>
    withClient(admin, (owner) =>
      rewrapDataKeys({ provider: rotating, schema, store: postgresRewrapStore(owner, schema), pageSize: 2 }),
    );
  expect(await rotate()).toBeGreaterThanOrEqual(3);
  expect(await rotate()).toBe(0);
  const onlyNew = new LocalKeyProvider(keyEncryptionKeys(new Map([...kek(1, 2)].slice(1))));
  const after = (await new PatientKeyring(onlyNew, { schema }).keysFor([patientId], store)).get(patientId);
  expect(after && openField(after, place, sealed)).toBe('13800001111');
});
