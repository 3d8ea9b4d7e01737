/** Sample files that lie beside the repository and not in it (their licences differ); tests skip without them. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const besideRepository = join(import.meta.dirname, '../../../../shared/data');
const root = join(process.env['SHARED_DATA'] ?? besideRepository, 'dicom');

export const noSharedData = existsSync(root) ? undefined : 'the sample files (../shared/data/dicom) are not here';

export function sharedFile(name: string): string {
  return join(root, name);
}

export function sharedFiles(folder: string): string[] {
  return readdirSync(join(root, folder)).map((file) => `${folder}/${file}`);
}
