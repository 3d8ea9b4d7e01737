/** What is stored of a token. */
import { createHash } from 'node:crypto';

export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** The token of "Authorization: Bearer …". */
export function bearerOf(request: Request): string | null {
  return /^Bearer\s+([\w.~+/=-]{20,200})$/i.exec(request.headers.get('authorization') ?? '')?.[1] ?? null;
}
