/** A UID out of a seed: the same words give the same UID, under the root for UUIDs (PS3.5 B.2). */
import { createHash } from 'node:crypto';

export function seededUid(seed: string): string {
  const digest = createHash('sha256').update(seed).digest('hex').slice(0, 32);
  return `2.25.${BigInt(`0x${digest}`)}`;
}
