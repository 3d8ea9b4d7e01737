/** Passwords as argon2id hashes (RFC 9106) in the PHC string format, with OWASP's parameters. */
import crypto from 'node:crypto';
import { z } from 'zod';

type Cost = { memory: number; passes: number; parallelism: number };

/** OWASP Password Storage Cheat Sheet: 19 MiB, two passes, one lane. */
const cost: Cost = { memory: 19_456, passes: 2, parallelism: 1 };
const saltBytes = 16;
const hashBytes = 32;
const longestPassword = 1_024;

const phcPattern = /^\$argon2id\$v=19\$m=(\d{1,6}),t=(\d{1,2}),p=(\d)\$([A-Za-z0-9+/]{11,86})\$([A-Za-z0-9+/]{22,86})$/;

// Bounds keep a planted hash from taking the machine's memory.
const phcSchema = z
  .tuple([z.coerce.number().max(262_144), z.coerce.number().min(1), z.coerce.number().min(1), z.string(), z.string()])
  .transform(([memory, passes, parallelism, salt, hash]) => ({
    cost: { memory, passes, parallelism },
    salt: Buffer.from(salt, 'base64'),
    hash: Buffer.from(hash, 'base64'),
  }));

type Phc = z.infer<typeof phcSchema>;

export async function hashPassword(password: string): Promise<string> {
  if (password === '' || password.length > longestPassword)
    throw new RangeError(`A password has 1 to ${longestPassword} characters.`);
  const salt = crypto.randomBytes(saltBytes);
  const hash = await argon2id(password, { cost, salt, length: hashBytes });
  const settings = `m=${cost.memory},t=${cost.passes},p=${cost.parallelism}`;
  return `$argon2id$v=19$${settings}$${unpadded(salt)}$${unpadded(hash)}`;
}

/** With `null`, for an account that does not exist, it works as long and says no, so that time tells nobody who has one. */
export async function verifyPassword(password: string, phc: string | null): Promise<boolean> {
  if (password.length > longestPassword) return false;
  const { cost: asHashed, salt, hash } = phc === null ? nobody : parsePhc(phc);
  const attempt = await argon2id(password, { cost: asHashed, salt, length: hash.length });
  return crypto.timingSafeEqual(attempt, hash) && phc !== null;
}

/** Whether it was hashed with other parameters than today's; hash anew at the next successful sign-in. */
export function needsRehash(phc: string): boolean {
  const parsed = parsePhc(phc);
  const { memory, passes, parallelism } = parsed.cost;
  const sameCost = memory === cost.memory && passes === cost.passes && parallelism === cost.parallelism;
  return !sameCost || parsed.hash.length !== hashBytes || parsed.salt.length !== saltBytes;
}

const nobody: Phc = { cost, salt: Buffer.alloc(saltBytes), hash: Buffer.alloc(hashBytes) };

function parsePhc(phc: string): Phc {
  const parsed = phcSchema.safeParse(phcPattern.exec(phc)?.slice(1));
  if (parsed.success) return parsed.data;
  throw new Error('A stored password hash is not an argon2id PHC string; have the password reset.');
}

/** NFKC, so that one password typed on two keyboards is one password (NIST SP 800-63B, 5.1.1.2). */
function argon2id(
  password: string,
  { cost: asked, salt, length }: { cost: Cost; salt: Buffer; length: number },
): Promise<Buffer> {
  const parameters = { message: password.normalize('NFKC'), nonce: salt, tagLength: length, ...asked };
  if (typeof crypto.argon2 !== 'function')
    throw new Error('Passwords need Node 24.7 or newer; start with the pinned one.');
  return new Promise((resolve, reject) => {
    crypto.argon2('argon2id', parameters, (error, hash) => (error ? reject(error) : resolve(hash)));
  });
}

function unpadded(bytes: Buffer): string {
  return bytes.toString('base64').replaceAll('=', '');
}
