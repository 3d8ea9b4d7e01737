import { createSecretKey, randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { openBytes } from '../crypto/authenticated-cipher.ts';
import { blindIndex } from '../crypto/blind-index.ts';
import { dataKeyOf, openField, sealField } from '../crypto/data-key.ts';
import { open, seal } from '../crypto/field-cipher.ts';
import { keyEncryptionKeys, parseKeyEncryptionKeys } from '../crypto/key-encryption-keys.ts';
import { LocalKeyProvider } from '../crypto/local-key-provider.ts';
import { nameTokens } from '../crypto/name-tokens.ts';
import { SealBroken } from '../crypto/seal-broken.ts';

const newKey = () => createSecretKey(randomBytes(32));
const key = newKey();
const address = { table: 'patients', column: 'phone', rowId: 'row-1', keyVersion: 1 };
const phone = '13800001111';

test('a sealed field opens at its own address, and sealing it twice gives different bytes', () => {
  const sealed = seal(key, address, '买买提·艾力 😀');
  expect(open(key, address, sealed)).toBe('买买提·艾力 😀');
  expect(open(key, address, seal(key, address, ''))).toBe('');
  expect(seal(key, address, phone)).not.toEqual(seal(key, address, phone));
});

test.each([
  ['row', { rowId: 'row-2' }],
  ['column', { column: 'identityNumber' }],
  ['table', { table: 'guardians' }],
  ['key version', { keyVersion: 2 }],
])('a field moved to another %s does not open', (_, moved) => {
  expect(() => open(key, { ...address, ...moved }, seal(key, address, phone))).toThrow(SealBroken);
});

test("another patient's key does not open a field", () => {
  expect(() => open(newKey(), address, seal(key, address, phone))).toThrow(SealBroken);
});

test('every changed byte and every shortened length is refused, and errors never show the plaintext', () => {
  const sealed = seal(key, address, phone);
  for (let at = 0; at < sealed.length; at += 1) {
    const changed = Buffer.from(sealed);
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(() => open(key, address, changed)).toThrow(SealBroken);
    expect(() => open(key, address, sealed.subarray(0, at))).toThrow(SealBroken);
  }
  expect(() => open(newKey(), address, sealed)).toThrow(expect.not.stringContaining(phone));
});

test('a tag cut to four bytes, which Node takes by default, is refused', () => {
  const sealed = seal(key, address, phone);
  const shortTag = Buffer.concat([sealed.subarray(0, 21), sealed.subarray(33)]);
  expect(() => open(key, address, shortTag)).toThrow(SealBroken);
});

test('an address whose parts could be read in two ways is refused', () => {
  expect(() => seal(key, { ...address, table: 'a|b' }, phone)).toThrow(TypeError);
  expect(() => seal(key, { ...address, rowId: '' }, phone)).toThrow(TypeError);
});

test('fields sealed under an older version of the data key stay readable', () => {
  const [older, newer] = [newKey(), newKey()];
  const place = { table: 'patients', column: 'phone', rowId: 'row-1' };
  const before = sealField(dataKeyOf('p', new Map([[1, older]])), place, phone);
  const now = dataKeyOf(
    'p',
    new Map([
      [1, older],
      [2, newer],
    ]),
  );
  expect(openField(now, place, before)).toBe(phone);
  expect(openField(now, place, sealField(now, place, phone))).toBe(phone);
  expect(() => openField(dataKeyOf('p', new Map([[1, older]])), place, sealField(now, place, phone))).toThrow(
    SealBroken,
  );
});

const wycheproof = process.env['WYCHEPROOF_AES_GCM'] ?? '';
const hex = z.string().transform((text) => Buffer.from(text, 'hex'));
const vectorsSchema = z.object({
  testGroups: z.array(
    z.object({
      ivSize: z.number(),
      keySize: z.number(),
      tagSize: z.number(),
      tests: z.array(
        z.object({ tcId: z.number(), key: hex, iv: hex, aad: hex, msg: hex, ct: hex, tag: hex, result: z.string() }),
      ),
    }),
  ),
});

test.skipIf(!existsSync(wycheproof))(
  'Wycheproof (set WYCHEPROOF_AES_GCM to aes_gcm_test.json of C2SP/wycheproof)',
  () => {
    const { testGroups } = vectorsSchema.parse(JSON.parse(readFileSync(wycheproof, 'utf8')));
    const ours = testGroups
      .filter((g) => g.ivSize === 96 && g.keySize === 256 && g.tagSize === 128)
      .flatMap((g) => g.tests);
    // What a seal is bound to is text here, so vectors bound to other bytes do not apply.
    const applicable = ours.filter(({ aad }) => Buffer.from(aad.toString('utf8'), 'utf8').equals(aad));
    expect(applicable.length).toBeGreaterThan(40);
    for (const vector of applicable) {
      const sealed = Buffer.concat([Buffer.from([1, 0, 0, 0, 1]), vector.iv, vector.tag, vector.ct]);
      const opening = () => openBytes(vector.key, { place: vector.aad.toString('utf8'), keyVersion: 1 }, sealed);
      if (vector.result === 'valid') expect(opening()).toEqual(vector.msg);
      else expect(opening, `vector ${vector.tcId}`).toThrow(SealBroken);
    }
  },
);

test('what an old key-encryption key wrapped still unwraps after the newest took over, and only in its context', async () => {
  const [first, second] = [newKey(), newKey()];
  const dataKey = randomBytes(32);
  const wrapped = await new LocalKeyProvider(keyEncryptionKeys(new Map([[1, first]]))).wrap(dataKey, 'patients|p|1');
  const rotated = new LocalKeyProvider(
    keyEncryptionKeys(
      new Map([
        [1, first],
        [2, second],
      ]),
    ),
  );
  expect(rotated.currentVersion()).toBe(2);
  expect(rotated.isCurrent(wrapped)).toBe(false);
  expect(await rotated.unwrap(wrapped, 'patients|p|1')).toEqual(dataKey);
  expect(rotated.isCurrent(await rotated.wrap(dataKey, 'patients|p|1'))).toBe(true);
  await expect(rotated.unwrap(wrapped, 'patients|q|1')).rejects.toThrow(SealBroken);
});

test('a process that started before the rotation reads the new version when it first meets it', async () => {
  const keys = new Map([
    [1, newKey()],
    [2, newKey()],
  ]);
  const started = new LocalKeyProvider(keyEncryptionKeys(new Map([...keys].slice(0, 1))), async () =>
    keyEncryptionKeys(keys),
  );
  const wrapped = await new LocalKeyProvider(keyEncryptionKeys(keys)).wrap(randomBytes(32), 'x');
  await expect(started.unwrap(wrapped, 'x')).resolves.toHaveLength(32);
});

test('a missing key-encryption key is named', async () => {
  const wrapped = await new LocalKeyProvider(keyEncryptionKeys(new Map([[7, newKey()]]))).wrap(randomBytes(32), 'x');
  const other = new LocalKeyProvider(keyEncryptionKeys(new Map([[1, newKey()]])));
  await expect(other.unwrap(wrapped, 'x')).rejects.toThrow('Key-encryption key 7 is missing');
});

test('key-encryption keys come from the environment; the newest wraps unless another is named', () => {
  const base64 = randomBytes(32).toString('base64');
  expect(parseKeyEncryptionKeys(`1:${base64}, 2:${base64}`).current).toBe(2);
  expect(parseKeyEncryptionKeys(`1:${base64},2:${base64}`, '1').current).toBe(1);
  expect(() => parseKeyEncryptionKeys(`1:${base64}`, '2')).toThrow('versions present: 1');
  expect(() => parseKeyEncryptionKeys(`1:c2hvcnQ=`)).toThrow('32 bytes');
  expect(() => parseKeyEncryptionKeys(base64)).toThrow('1:base64');
});

test('a blind index is the same for one value, and differs by value, column and master key', () => {
  const master = newKey();
  const index = blindIndex(master, 'patients.phone', phone);
  expect(index).toHaveLength(32);
  expect(blindIndex(createSecretKey(master.export()), 'patients.phone', phone)).toEqual(index);
  const others = [
    blindIndex(master, 'patients.phone', '13800001112'),
    blindIndex(master, 'guardians.phone', phone),
    blindIndex(newKey(), 'patients.phone', phone),
  ];
  for (const other of others) expect(other).not.toEqual(index);
});

test('name tokens meet across spellings inside one institution, and nowhere else', () => {
  const master = newKey();
  const tokens = nameTokens(master, 'institution-1', ['王小明', '王', 'wang xiaoming', 'WXM']);
  expect(tokens).toHaveLength(4);
  expect(nameTokens(master, 'institution-1', ['WANG Xiaoming', 'wangxiaoming', ' '])).toEqual([tokens[2]]);
  const dots = ['买买提·艾力', '买买提•艾力', '买买提.艾力', '买买提・艾力', '买买提 艾力'];
  expect(nameTokens(master, 'institution-1', dots)).toHaveLength(1);
  expect(nameTokens(master, 'institution-2', ['王'])).not.toContainEqual(tokens[1]);
});
