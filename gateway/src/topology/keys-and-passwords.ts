/** Keys of the installation, and the passwords of the database's roles that follow from them. */
import { createHmac } from 'node:crypto';
import { join } from 'node:path';
import { derivedKey } from '@huizhen/platform/crypto/derived-key';
import { openKeyDirectory, type KeyDirectory } from '@huizhen/platform/crypto/key-directory';
import type { PlatformSettings } from '../settings.ts';
import { subgraphNames } from './subgraphs.ts';

export function openKeys(settings: PlatformSettings): Promise<KeyDirectory> {
  const issuers = ['gateway', ...subgraphNames];
  return openKeyDirectory(settings.KEYS_DIR ?? join(settings.DATA_DIR, 'keys'), { issuers });
}

/** The same in every process that has the keys, so that no password needs to be written down. */
export function rolePassword(keys: KeyDirectory, schema: string): string {
  return createHmac('sha256', derivedKey(keys.indexKey, 'database-roles')).update(schema).digest('base64url');
}
