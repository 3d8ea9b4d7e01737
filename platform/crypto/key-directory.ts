/** All keys of one installation: from the environment where it names them, else from a directory that is filled on first use. */
import type { KeyObject } from 'node:crypto';
import { join } from 'node:path';
import { readOrCreate } from './exclusive-file.ts';
import { newSecret, readKeyEncryptionKeys } from './key-encryption-files.ts';
import { parseKeyEncryptionKeys, secretKeyFrom, type KeyEncryptionKeys } from './key-encryption-keys.ts';
import { keyPairFrom, namedKeys, newPrivateKeyPem, publicKeyFrom, type KeyPair } from './token-keys.ts';

export type KeyDirectory = {
  keyEncryptionKeys: KeyEncryptionKeys;
  /** Finds versions added since; for `LocalKeyProvider`. */
  reloadKeyEncryptionKeys: () => Promise<KeyEncryptionKeys>;
  /** Master key of blind indexes and name tokens. */
  indexKey: KeyObject;
  accessTokenKeys: KeyPair;
  /** By issuer; only of those that this process may speak for. */
  internalPrivateKeys: ReadonlyMap<string, KeyObject>;
  internalPublicKeys: ReadonlyMap<string, KeyObject>;
};

/** `issuers` mint internal tokens: `gateway` and every service. The variables are listed in the README beside this file. */
export type KeyDirectoryOptions = { issuers?: readonly string[]; environment?: NodeJS.ProcessEnv };

export async function openKeyDirectory(
  directory: string,
  { issuers = ['gateway'], environment = process.env }: KeyDirectoryOptions = {},
): Promise<KeyDirectory> {
  const reloadKeyEncryptionKeys = (): Promise<KeyEncryptionKeys> => loadKeyEncryptionKeys(directory, environment);
  return {
    keyEncryptionKeys: await reloadKeyEncryptionKeys(),
    reloadKeyEncryptionKeys,
    indexKey: await loadIndexKey(directory, environment),
    accessTokenKeys: await loadKeyPair(join(directory, 'access-token.pem'), environment['ACCESS_TOKEN_PRIVATE_KEY']),
    ...(await loadInternalKeys(directory, issuers, environment)),
  };
}

async function loadKeyEncryptionKeys(directory: string, environment: NodeJS.ProcessEnv): Promise<KeyEncryptionKeys> {
  const { KEY_ENCRYPTION_KEYS, KEY_ENCRYPTION_KEY_CURRENT } = environment;
  if (KEY_ENCRYPTION_KEYS) return parseKeyEncryptionKeys(KEY_ENCRYPTION_KEYS, KEY_ENCRYPTION_KEY_CURRENT);
  return readKeyEncryptionKeys(join(directory, 'key-encryption'));
}

async function loadIndexKey(directory: string, environment: NodeJS.ProcessEnv): Promise<KeyObject> {
  const path = join(directory, 'index.key');
  const given = environment['INDEX_KEY'];
  return given ? secretKeyFrom(given, 'INDEX_KEY') : secretKeyFrom(await readOrCreate(path, newSecret), path);
}

async function loadKeyPair(path: string, given: string | undefined): Promise<KeyPair> {
  return given
    ? keyPairFrom(given, `The key given instead of ${path}`)
    : keyPairFrom(await readOrCreate(path, newPrivateKeyPem), path);
}

type InternalKeys = Pick<KeyDirectory, 'internalPrivateKeys' | 'internalPublicKeys'>;

async function loadInternalKeys(
  directory: string,
  issuers: readonly string[],
  environment: NodeJS.ProcessEnv,
): Promise<InternalKeys> {
  const privateTexts = namedKeys(environment['INTERNAL_TOKEN_PRIVATE_KEYS']);
  const publicTexts = namedKeys(environment['INTERNAL_TOKEN_PUBLIC_KEYS']);
  const internalPrivateKeys = new Map<string, KeyObject>();
  const internalPublicKeys = new Map<string, KeyObject>();
  for (const issuer of issuers) {
    const publicText = publicTexts.get(issuer);
    if (publicText) internalPublicKeys.set(issuer, publicKeyFrom(publicText, `The public key of ${issuer}`));
    // Who is given only another's public key can't speak for it.
    if (publicText && !privateTexts.has(issuer)) continue;
    const pair = await loadKeyPair(issuerPath(directory, issuer), privateTexts.get(issuer));
    internalPrivateKeys.set(issuer, pair.privateKey);
    if (!publicText) internalPublicKeys.set(issuer, pair.publicKey);
  }
  return { internalPrivateKeys, internalPublicKeys };
}

function issuerPath(directory: string, issuer: string): string {
  if (!/^[a-z][a-z0-9-]*$/.test(issuer)) throw new Error(`"${issuer}" can't name an issuer: a–z, 0–9 and "-" only.`);
  return join(directory, 'internal-token', `${issuer}.pem`);
}
