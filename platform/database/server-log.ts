/** The server's own log beside its data; what one start wrote into it tells why that start failed. */
import { chmod, open, truncate, type FileHandle } from 'node:fs/promises';
import { fileFailure } from './file-failure.ts';

const largestBytes = 5_000_000;

type ServerLog = { handle: FileHandle; writtenSince(pid: number): Promise<string> };

/** Opened for appending: several starts at once may write into it without spoiling each other's lines. */
export async function openServerLog(path: string): Promise<ServerLog> {
  try {
    const handle = await open(path, 'a+', 0o600);
    await chmod(path, 0o600);
    if ((await handle.stat()).size > largestBytes) await truncate(path, 0);
    const start = (await handle.stat()).size;
    return { handle, writtenSince: (pid) => linesOf(pid, path, start) };
  } catch (error) {
    throw fileFailure(path, error);
  }
}

/** A program that could not even load its libraries writes lines without a pid. */
async function linesOf(pid: number, path: string, start: number): Promise<string> {
  const log = await open(path, 'r');
  try {
    const { size } = await log.stat();
    const { buffer } = await log.read(Buffer.alloc(Math.max(0, size - start)), 0, null, start);
    const lines = buffer.toString('utf8').trim().split('\n');
    const own = lines.filter((line) => line.includes(`[${pid}]`));
    return (own.length > 0 ? own : lines).join('\n');
  } finally {
    await log.close();
  }
}
