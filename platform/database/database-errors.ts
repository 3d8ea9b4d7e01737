/** What can go wrong while a PostgreSQL server or a schema is being made ready; each code is stable and tells the operator what to do. */
export type DatabaseErrorCode =
  | 'BINARIES_MISSING'
  | 'ACCOUNT_MISSING'
  | 'NOT_WRITABLE'
  | 'DISK_FULL'
  | 'NOT_A_CLUSTER'
  | 'PASSWORD_LOST'
  | 'PORT_TAKEN'
  | 'NOT_READY'
  | 'START_FAILED'
  | 'STOP_FAILED'
  | 'UNSAFE_NAME'
  | 'UNSAFE_PASSWORD'
  | 'ROLE_TOO_POWERFUL'
  | 'ROLE_MISSING'
  | 'DATABASE_IN_USE'
  | 'MIGRATION_CHANGED'
  | 'MIGRATION_FAILED';

export class DatabaseError extends Error {
  override readonly name = 'DatabaseError';
  readonly code: DatabaseErrorCode;

  constructor(code: DatabaseErrorCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? {} : { cause });
    this.code = code;
  }
}

/** The code of a Node or PostgreSQL error (ENOSPC, 42P04, …), if it has one. */
export function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
