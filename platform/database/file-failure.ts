/** Says in an operator's words why a file or folder could not be used. */
import { codeOf, DatabaseError } from './database-errors.ts';

const full = ['ENOSPC', 'EDQUOT'];
const refused = ['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST'];

/** Any other failure is nobody's to explain, and comes back as it was. */
export function fileFailure(path: string, error: unknown): unknown {
  const code = codeOf(error) ?? '';
  if (full.includes(code)) return diskFull(path, error);
  return refused.includes(code) ? notWritable(path, error) : error;
}

export function diskFull(path: string, cause?: unknown): DatabaseError {
  return new DatabaseError(
    'DISK_FULL',
    `The disk that holds ${path} is full. Free some space there, then start again; nothing was lost.`,
    cause,
  );
}

export function notWritable(path: string, cause?: unknown): DatabaseError {
  return new DatabaseError(
    'NOT_WRITABLE',
    `${path} cannot be written by this user. Give the user rights on it, or choose another data folder.`,
    cause,
  );
}
