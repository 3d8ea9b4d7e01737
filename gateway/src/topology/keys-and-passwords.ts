/** Keys of the installation, and the passwords of the database's roles that follow from them. */
import { createHmac } from 'node:crypto';
import { join } from 'node:path';
import { derivedKey } from '@huizhen/platform/crypto/derived-key';
import { openKeyDirectory, type KeyDirectory } from '@huizhen/platform/crypto/key-directory';
import { fileFailure } from '@huizhen/platform/database/file-failure';
import type { PlatformSettings } from '../settings.ts';
import { subgraphNames } from './subgraphs.ts';

export async function openKeys(settings: PlatformSettings): Promise<KeyDirectory> {
  const issuers = ['gateway', ...subgraphNames];
  const folder = settings.KEYS_DIR ?? join(settings.DATA_DIR, 'keys');
  try {
    return await openKeyDirectory(folder, { issuers });
  } catch (error) {
    throw fileFailure(folder, error);
  }
}

/** The same in every process that has the keys, so that no password needs to be written down. */
export function rolePassword(keys: KeyDirectory, schema: string): string {
  return createHmac('sha256', derivedKey(keys.indexKey, 'database-roles')).update(schema).digest('base64url');
}
