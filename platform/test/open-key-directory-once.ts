/** A process that opens a key directory and says, without showing them, which keys it got. */
import { createHash, type KeyObject } from 'node:crypto';
import { openKeyDirectory } from '../crypto/key-directory.ts';

const directory = await openKeyDirectory(process.argv[2] ?? '', { issuers: ['gateway', 'patients'], environment: {} });
const bytesOf = (key: KeyObject): Buffer =>
  key.type === 'secret' ? key.export() : key.export({ type: 'spki', format: 'der' });
const all = [
  ...directory.keyEncryptionKeys.keys.values(),
  directory.indexKey,
  directory.accessTokenKeys.publicKey,
  ...directory.internalPublicKeys.values(),
];
process.stdout.write(all.map((key) => createHash('sha256').update(bytesOf(key)).digest('hex')).join(' '));
