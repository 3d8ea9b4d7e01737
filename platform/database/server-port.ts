/** The port a cluster listens on: the one asked for, else the one it had last time, else a free one. */
import { readFile, writeFile } from 'node:fs/promises';
import { freePort } from './free-port.ts';

export async function rememberedPort(portFile: string): Promise<number> {
  const port = Number(await readFile(portFile, 'utf8').catch(() => ''));
  return Number.isInteger(port) && port > 0 && port < 65_536 ? port : freePort();
}

/** A comfort only: without it the next start takes another port. */
export async function rememberPort(portFile: string, port: number): Promise<void> {
  await writeFile(portFile, `${port}\n`).catch(() => undefined);
}
