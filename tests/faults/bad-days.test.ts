/** What an operator meets on a bad day: each start that cannot be says why and harms nobody; a lost database comes back. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signInAs } from '../harness/actor.ts';
import { PlatformProcess } from '../harness/platform-process.ts';

describe.each(['in-process', 'processes'] as const)('bad days, %s', (topology) => {
  let platform: PlatformProcess;
  beforeAll(async () => {
    platform = await PlatformProcess.prepare({ TOPOLOGY: topology });
    await platform.start();
  }, 120_000);
  afterAll(() => platform.clear(), 60_000);

  test('a taken port is told before anything is started', async () => {
    const second = await PlatformProcess.prepare({ TOPOLOGY: topology, PORT: new URL(platform.url).port });
    await expect(second.start()).rejects.toThrow(/code 1: Port \d+ on 127\.0\.0\.1 cannot be opened .* choose another/);
    await expect(second.databasePid()).rejects.toThrow('ENOENT');
    await second.remove();
    expect(await whoAmI(platform.url)).toBe('requester');
  }, 60_000);

  test('a folder in use is refused, and its platform goes on', async () => {
    const second = await PlatformProcess.prepare({ TOPOLOGY: topology, DATA_DIR: platform.directory });
    const before = await platform.databasePid();
    await expect(second.start()).rejects.toThrow(`Another platform already runs on ${platform.directory}`);
    await second.remove();
    expect(await platform.databasePid()).toBe(before);
    expect(await whoAmI(platform.url)).toBe('requester');
  }, 60_000);

  test('a killed PostgreSQL is started again, and requests heal', async () => {
    const killed = await platform.databasePid();
    process.kill(killed, 'SIGKILL');
    await expect.poll(() => whoAmI(platform.url), { timeout: 45_000, interval: 250 }).toBe('requester');
    expect(await platform.databasePid()).not.toBe(killed);
  }, 60_000);

  test('SIGTERM stops every process, the database included, with exit code 0', async () => {
    const processes = [await platform.databasePid(), ...(await platform.childPids())];
    expect(await platform.stop()).toBe(0);
    await expect.poll(() => processes.filter(isAlive), { timeout: 10_000 }).toEqual([]);
    await expect(fetch(platform.url)).rejects.toThrow('fetch failed');
  }, 60_000);
});

test('everything that is wrong with the settings is told at once, each once, with an example', async () => {
  const platform = await PlatformProcess.prepare({ PORT: 'abc', TOPOLOGY: 'x' });
  const refusal = await platform.start().catch(String);
  expect(refusal).toMatch(
    /PORT: must be a number.*Example: PORT=4000\n {2}TOPOLOGY: .*Example: TOPOLOGY=in-process\n$/s,
  );
  await platform.remove();
}, 60_000);

/** Null while the platform cannot answer. */
async function whoAmI(url: string): Promise<string | null> {
  const actor = await signInAs(url, 'requester').catch(() => null);
  if (actor === null) return null;
  const { data } = await actor.answer('{ me { roles } }');
  return data ? actor.name : null;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
