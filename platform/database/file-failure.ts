/** Says in an operator's words why a file or folder could not be used. */
import { codeOf, DatabaseError } from './database-errors.ts';

export function fileFailure(path: string, error: unknown): unknown {
  switch (codeOf(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return diskFull(path, error);
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'ENOTDIR':
    case 'EEXIST':
      return notWritable(path, error);
    default:
      return error;
  }
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
