/** What PostgreSQL stores of a password (RFC 5802, RFC 7677); sent in its place, so that the password shows in no log or statement view. */
import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';
import { DatabaseError } from './database-errors.ts';

const iterations = 4096;

/** Printable ASCII only: anything else would first have to be normalised (SASLprep). */
export function scramVerifier(password: string, salt: Buffer = randomBytes(16)): string {
  if (!/^[\x20-\x7e]+$/.test(password))
    throw new DatabaseError(
      'UNSAFE_PASSWORD',
      'A database password may hold printable ASCII characters only, and at least one.',
    );
  const salted = pbkdf2Sync(password, salt, iterations, 32, 'sha256');
  const storedKey = createHash('sha256').update(hmac(salted, 'Client Key')).digest('base64');
  const serverKey = hmac(salted, 'Server Key').toString('base64');
  return `SCRAM-SHA-256$${iterations}:${salt.toString('base64')}$${storedKey}:${serverKey}`;
}

function hmac(key: Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}
