/** The secret with which an app proves itself: shown once, kept as a hash, and sealed for a retry of the command that made it. */
import { randomBytes } from 'node:crypto';
import { found } from '@huizhen/platform/access/allow';
import type { Unit } from '@huizhen/platform/subgraph/context';
import { z } from 'zod';
import type { PartnerApp } from '../domain/partner-app.ts';
import type { DirectoryStore } from '../store/directory.store.ts';

/** 256 bits: nobody finds it by trying. */
const SECRET_BYTES = 32;

export interface AppWithSecret {
  readonly app: PartnerApp;
  readonly secret: string;
  /** Lets a retry give the same answer; nobody can read it from the table. */
  readonly sealed: Buffer;
}

export const rememberedSecret = z.object({ id: z.string(), sealed: z.string() });

export function newSecret(): string {
  return randomBytes(SECRET_BYTES).toString('base64url');
}

export async function sealSecretOf(unit: Unit<DirectoryStore>, appId: string, secret: string): Promise<Buffer> {
  const cipher = await unit.keys.forWriting(appId);
  return cipher.seal('answered_commands', 'answer', appId, secret);
}

export function rememberSecret({ app, sealed }: AppWithSecret): z.infer<typeof rememberedSecret> {
  return { id: app.id, sealed: sealed.toString('base64') };
}

export async function secretAgain(
  unit: Unit<DirectoryStore>,
  remembered: z.infer<typeof rememberedSecret>,
  action: string,
): Promise<AppWithSecret> {
  const app = found(await unit.apps.byId(remembered.id), action, remembered.id);
  const cipher = found((await unit.keys.forReading([app.id])).get(app.id), action, app.id);
  const sealed = Buffer.from(remembered.sealed, 'base64');
  return { app, sealed, secret: cipher.open('answered_commands', 'answer', app.id, sealed) };
}
