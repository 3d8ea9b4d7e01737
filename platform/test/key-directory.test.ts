import { execFile } from 'node:child_process';
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readOrCreate } from '../crypto/exclusive-file.ts';
import { openKeyDirectory } from '../crypto/key-directory.ts';
import { addKeyEncryptionKey } from '../crypto/key-encryption-files.ts';
import { LocalKeyProvider } from '../crypto/local-key-provider.ts';

const environment = {};
const script = fileURLToPath(new URL('open-key-directory-once.ts', import.meta.url));

let parent = '';
let directory = '';

beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'huizhen-keys-'));
  directory = join(parent, 'keys');
});
afterEach(() => rm(parent, { recursive: true }));

test('four processes that start at once get the same keys, and leave no drafts behind', async () => {
  const run = () => promisify(execFile)(process.execPath, ['--import', 'tsx', script, directory]);
  const printed = (await Promise.all([run(), run(), run(), run()])).map(({ stdout }) => stdout);
  expect(new Set(printed).size).toBe(1);
  expect(new Set(printed[0]?.split(' ')).size).toBe(5);
  const files = (await readdir(directory, { recursive: true })).toSorted();
  expect(files.filter((file) => /\.(key|pem)$/.test(file))).toHaveLength(5);
  expect(files.filter((file) => file.endsWith('.draft'))).toEqual([]);
});

test('who loses the race between looking and writing gets the winner’s file, which stays as it is', async () => {
  const path = join(parent, 'index.key');
  const content = await readOrCreate(path, () => {
    writeFileSync(path, 'the winner’s');
    return 'the loser’s';
  });
  expect(content).toBe('the winner’s');
  expect(await readdir(parent)).toEqual(['index.key']);
});

test('a hundred openings at once inside one process agree too', async () => {
  const opened = await Promise.all(Array.from({ length: 100 }, () => openKeyDirectory(directory, { environment })));
  expect(new Set(opened.map(({ indexKey }) => indexKey.export().toString('hex'))).size).toBe(1);
});

test.skipIf(process.platform === 'win32')('only the owner may read the keys', async () => {
  await openKeyDirectory(directory, { environment });
  const modes = async (path: string) => ((await stat(path)).mode & 0o777).toString(8);
  expect(await modes(directory)).toBe('700');
  expect(await modes(join(directory, 'key-encryption'))).toBe('700');
  expect(await modes(join(directory, 'key-encryption', '1.key'))).toBe('600');
  expect(await modes(join(directory, 'access-token.pem'))).toBe('600');
});

test('a key-encryption key that is added wraps from the next start on, and is found by those already running', async () => {
  const running = await openKeyDirectory(directory, { environment });
  const old = new LocalKeyProvider(running.keyEncryptionKeys, running.reloadKeyEncryptionKeys);
  const before = await old.wrap(randomBytes(32), 'x');
  expect(await addKeyEncryptionKey(join(directory, 'key-encryption'))).toBe(2);
  const restarted = new LocalKeyProvider((await openKeyDirectory(directory, { environment })).keyEncryptionKeys);
  expect(restarted.currentVersion()).toBe(2);
  await expect(restarted.unwrap(before, 'x')).resolves.toHaveLength(32);
  await expect(old.unwrap(await restarted.wrap(randomBytes(32), 'x'), 'x')).resolves.toHaveLength(32);
});

test('a damaged key file is named, never replaced, and its content never shown', async () => {
  await openKeyDirectory(directory, { environment });
  await writeFile(join(directory, 'index.key'), 'c2VjcmV0');
  const opening = openKeyDirectory(directory, { environment });
  await expect(opening).rejects.toThrow(/index\.key must be 32 bytes in base64, but holds 6 bytes/);
  await expect(opening).rejects.toThrow(expect.not.stringContaining('c2VjcmV0'));
});

const inBase64 = ({ publicKey, privateKey }: ReturnType<typeof newPair>) => ({
  publicKey: publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
  privateKey: privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64'),
});
const newPair = () => generateKeyPairSync('ed25519');

test('keys from the environment need no directory, and a service may be given only the public keys of others', async () => {
  const [gateway, patients] = [inBase64(newPair()), inBase64(newPair())];
  const opened = await openKeyDirectory(directory, {
    issuers: ['gateway', 'patients'],
    environment: {
      KEY_ENCRYPTION_KEYS: `1:${randomBytes(32).toString('base64')}`,
      INDEX_KEY: randomBytes(32).toString('base64'),
      ACCESS_TOKEN_PRIVATE_KEY: inBase64(newPair()).privateKey,
      INTERNAL_TOKEN_PRIVATE_KEYS: `patients:${patients.privateKey}`,
      INTERNAL_TOKEN_PUBLIC_KEYS: `gateway:${gateway.publicKey},patients:${patients.publicKey}`,
    },
  });
  expect([...opened.internalPrivateKeys.keys()]).toEqual(['patients']);
  expect([...opened.internalPublicKeys.keys()]).toEqual(['gateway', 'patients']);
  expect(await readdir(parent)).toEqual([]);
});

test.each([
  ['ACCESS_TOKEN_PRIVATE_KEY', 'bm90IGEga2V5'],
  ['INTERNAL_TOKEN_PRIVATE_KEYS', 'gateway:bm90IGEga2V5'],
  ['INTERNAL_TOKEN_PUBLIC_KEYS', `gateway:${inBase64(newPair()).privateKey}`],
])('what is no key in %s is refused without being shown', async (name, value) => {
  const opening = openKeyDirectory(directory, { environment: { [name]: value } });
  await expect(opening).rejects.toThrow('is not an Ed25519 key');
  await expect(opening).rejects.toThrow(expect.not.stringContaining('bm90'));
});

test('an issuer whose name could leave the directory is refused', async () => {
  await expect(openKeyDirectory(directory, { issuers: ['../gateway'], environment })).rejects.toThrow('name an issuer');
});
