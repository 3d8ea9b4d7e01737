import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { isAlive } from '../database/process-liveness.ts';
import { cleanUp, dataFolder, orphan, rows, start } from './database-given.ts';

afterEach(cleanUp);

test('starts a PostgreSQL 18 that listens on loopback only, and keeps data and port over a restart', async () => {
  const folder = await dataFolder();
  const first = await start(folder);
  await rows(first.url, 'create table kept as select 7 as seven');
  const settings = await rows(
    first.url,
    `select name, setting from pg_settings where name in ('fsync', 'listen_addresses', 'max_connections') order by name`,
  );
  expect(settings.map(({ setting }) => setting)).toEqual(['on', '127.0.0.1', '200']);
  await first.stop();
  expect(await first.exited).toEqual({ code: 0 });
  expect(await isAlive(first.pid)).toBe(false);

  const second = await start(folder);
  expect(second).toMatchObject({ adopted: false, port: first.port });
  expect(await rows(second.url, 'select seven from kept')).toEqual([{ seven: 7 }]);
});

test('keeps the password to the user who started it, and asks for it', async () => {
  const folder = await dataFolder();
  const { url } = await start(folder);
  expect((await stat(join(folder, 'postgres-password'))).mode & 0o777).toBe(0o600);
  const wrong = new URL(url);
  wrong.password = 'wrong';
  await expect(rows(wrong.href, 'select 1')).rejects.toMatchObject({ code: '28P01' });
});

test('adopts the server that a killed host left behind, and stops it', async () => {
  const folder = await dataFolder();
  const left = await orphan(folder);
  const server = await start(folder);
  expect(server).toMatchObject({ adopted: true, pid: left.pid, url: left.url });
  await server.stop();
  await server.exited;
  expect(await isAlive(left.pid)).toBe(false);
});

test('two starts at once on one new folder share one server', async () => {
  const folder = await dataFolder();
  const both = await Promise.all([start(folder), start(folder)]);
  expect(both[0].pid).toBe(both[1].pid);
  expect(both.filter(({ adopted }) => adopted)).toHaveLength(1);
});

test('tells when the server dies, and starts again at once with what was committed', async () => {
  const folder = await dataFolder();
  const first = await start(folder);
  await rows(first.url, 'create table kept as select 7 as seven');
  process.kill(first.pid, 'SIGKILL');
  await first.exited;
  const second = await start(folder);
  expect(await rows(second.url, 'select seven from kept')).toEqual([{ seven: 7 }]);
});

test('starts over a postmaster.pid whose process is dead, or is another program now', async () => {
  const folder = await dataFolder();
  const first = await start(folder);
  const card = await readFile(join(folder, 'postgres', 'postmaster.pid'), 'utf8');
  await first.stop();
  for (const pid of [first.pid, process.pid]) {
    await writeFile(join(folder, 'postgres', 'postmaster.pid'), card.replace(/^\d+/, String(pid)));
    const next = await start(folder);
    expect(next.adopted).toBe(false);
    await next.stop();
  }
});

test('an initdb that was cut off is swept away and done again', async () => {
  const folder = await dataFolder();
  await mkdir(join(folder, 'postgres.new-abcdef', 'data', 'global'), { recursive: true });
  await writeFile(join(folder, 'postgres.new-abcdef', 'data', 'PG_VERSION'), '18\n');
  await (await start(folder)).stop();
  await start(folder);
  expect((await readdir(folder)).toSorted()).toEqual([
    'postgres',
    'postgres-password',
    'postgres-port',
    'postgres.log',
  ]);
});

test('leaves a folder alone that is no data folder of this version', async () => {
  const folder = await dataFolder();
  await mkdir(join(folder, 'postgres'));
  await writeFile(join(folder, 'postgres', 'PG_VERSION'), '14\n');
  await expect(start(folder)).rejects.toMatchObject({ code: 'NOT_A_CLUSTER', message: expect.stringContaining('14') });
});

test('refuses a port that was asked for and is taken, but gives way on a remembered one', async () => {
  const folder = await dataFolder();
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const address = other.address();
  const taken = typeof address === 'object' && address ? address.port : 0;
  await expect(start(folder, taken)).rejects.toMatchObject({
    code: 'PORT_TAKEN',
    message: expect.stringContaining(String(taken)),
  });
  await writeFile(join(folder, 'postgres-port'), String(taken));
  const server = await start(folder);
  expect(server.port).not.toBe(taken);
  other.close();
});

test('names the path when the data folder cannot be used', async () => {
  const folder = await dataFolder();
  await writeFile(join(folder, 'file'), '');
  await expect(start(join(folder, 'file', 'data'))).rejects.toMatchObject({
    code: 'NOT_WRITABLE',
    message: expect.stringContaining('file'),
  });
});

test.runIf(process.getuid?.() === 0)('runs below a folder that is closed to the postgres account', async () => {
  const folder = await dataFolder();
  await chmod(folder, 0o700);
  await mkdir(join(folder, 'deep'), { mode: 0o700 });
  const server = await start(join(folder, 'deep'));
  expect(await rows(server.url, 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('leaves the signals of the host to the host', async () => {
  const script = `await import(${JSON.stringify(new URL('../database/embedded-postgres.ts', import.meta.url).href)});
    process.stdout.write(String(process.listenerCount('SIGINT') + process.listenerCount('SIGTERM') + process.listenerCount('beforeExit')));`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [listeners] = await once(child.stdout, 'data');
  expect(String(listeners)).toBe('0');
});
