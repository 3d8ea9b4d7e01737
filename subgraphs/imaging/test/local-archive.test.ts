import { execFile } from 'node:child_process';
import { mkdir, readdir, readFile, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { ArchiveFull, InstanceConflict, InstanceNotFound, UploadTooLarge } from '../src/archive/archive-errors.ts';
import type { Kept } from '../src/archive/archive.ts';
import { LocalArchive } from '../src/archive/local-archive.ts';
import { checkDicomFile } from '../src/dicom/check-dicom-file.ts';
import { ctPhantom, ctPhantomInstanceUid } from '../src/phantom/ct-phantom.ts';
import { chunked, collect } from './multipart.ts';
import { scratchDirectory } from './part10.ts';

const run = promisify(execFile);
const uid = ctPhantomInstanceUid('2.25.11', 0);

function phantom(patientName = 'Wang^Xiaoming=王^小明'): Buffer {
  const startedAt = new Date('2026-03-04T05:06:07Z');
  const study = { studyUid: '2.25.10', seriesUid: '2.25.11', patientId: 'PHANTOM-1', patientName, startedAt };
  return ctPhantom({ ...study, slices: 1 })[0] ?? Buffer.alloc(0);
}

function archiveIn(directory: string, maxBytes = 2 ** 30): LocalArchive {
  let last = 0;
  return new LocalArchive({ directory, maxBytes, newId: () => `upload-${(last += 1)}` });
}

async function store(archive: LocalArchive, bytes: Buffer): Promise<Kept> {
  const quarantined = await archive.receive(chunked(bytes, [5000]));
  return await archive.keep(quarantined, await checkDicomFile(quarantined.path));
}

async function filesIn(directory: string): Promise<string[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

test('an instance comes back as it was sent, whole, in part and as metadata', async () => {
  await using directory = await scratchDirectory();
  const archive = archiveIn(directory.path);
  const bytes = phantom();
  const kept = await store(archive, bytes);
  expect(kept).toMatchObject({ bytes: bytes.length, alreadyThere: false });
  expect(await collect(await archive.open(uid))).toEqual(bytes);
  expect(await collect(await archive.open(uid, { offset: 128, length: 4 }))).toEqual(Buffer.from('DICM'));
  const checked = await checkDicomFile(kept.path);
  expect(await archive.metadata(uid)).toEqual(checked.metadata);
  expect(await filesIn(join(directory.path, 'quarantine'))).toEqual([]);
});

test('the same file again is the same instance; a changed one is a conflict and changes nothing', async () => {
  await using directory = await scratchDirectory();
  const archive = archiveIn(directory.path);
  const first = await store(archive, phantom());
  expect(await store(archive, phantom())).toEqual({ ...first, alreadyThere: true });
  await expect(store(archive, phantom('Li^Hong=李^红'))).rejects.toThrow(InstanceConflict);
  expect(await readFile(first.path)).toEqual(phantom());
});

test('of ten that store one UID at once, with two contents, one content wins', async () => {
  await using directory = await scratchDirectory();
  const archive = archiveIn(directory.path);
  const sent = Array.from({ length: 10 }, (_, index) => phantom(index % 2 === 0 ? 'Wang^One' : 'Wang^Two'));
  const outcomes = await Promise.allSettled(sent.map((bytes) => store(archive, bytes)));
  const kept = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
  const refused = outcomes.flatMap((outcome): unknown[] => (outcome.status === 'rejected' ? [outcome.reason] : []));
  expect(kept.filter(({ alreadyThere }) => !alreadyThere)).toHaveLength(1);
  expect(new Set(kept.map(({ sha256 }) => sha256)).size).toBe(1);
  expect(kept).toHaveLength(5);
  for (const error of refused) expect(error).toBeInstanceOf(InstanceConflict);
});

test('an upload that breaks off or is too large leaves nothing', async () => {
  await using directory = await scratchDirectory();
  const archive = archiveIn(directory.path, 20_000);
  async function* breaking(): AsyncGenerator<Uint8Array> {
    yield Buffer.alloc(1000);
    throw new Error('connection lost');
  }
  await expect(archive.receive(breaking())).rejects.toThrow('connection lost');
  await expect(archive.receive(chunked(phantom(), [5000]))).rejects.toThrow(UploadTooLarge);
  expect(await readdir(join(directory.path, 'quarantine'))).toEqual([]);
});

test('what a crash left in quarantine is swept, what is being written is not', async () => {
  await using directory = await scratchDirectory();
  const archive = archiveIn(directory.path);
  const stale = await archive.receive(chunked(phantom(), [5000]));
  const fresh = await archive.receive(chunked(phantom(), [5000]));
  await utimes(stale.path, new Date('2026-01-01'), new Date('2026-01-01'));
  expect(await archive.sweep(new Date('2026-01-02'))).toBe(1);
  expect(await readdir(join(directory.path, 'quarantine'))).toEqual([fresh.id]);
});

test('discarding empties quarantine, also twice', async () => {
  await using directory = await scratchDirectory();
  const archive = archiveIn(directory.path);
  const quarantined = await archive.receive(chunked(phantom(), [5000]));
  await archive.discard(quarantined);
  await archive.discard(quarantined);
  expect(await readdir(join(directory.path, 'quarantine'))).toEqual([]);
});

test.each(['2.25.404', '../../../etc/passwd', '', '1.2/../3'])('there is no instance %j', async (missing) => {
  await using directory = await scratchDirectory();
  const archive = archiveIn(directory.path);
  await expect(archive.open(missing)).rejects.toThrow(InstanceNotFound);
  await expect(archive.metadata(missing)).rejects.toThrow(InstanceNotFound);
});

test('a full disk is called by its name and leaves nothing', async ({ skip }) => {
  await using directory = await scratchDirectory();
  const volume = join(directory.path, 'volume');
  await mkdir(volume);
  const mounted = await run('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', volume]).then(
    () => true,
    () => false,
  );
  skip(!mounted, 'a small volume can be mounted only by root');
  try {
    const archive = archiveIn(volume);
    await expect(archive.receive(chunked(Buffer.alloc(500_000), [5000]))).rejects.toThrow(ArchiveFull);
    expect(await readdir(join(volume, 'quarantine'))).toEqual([]);
    await expect(store(archive, phantom())).resolves.toMatchObject({ alreadyThere: false });
  } finally {
    await run('umount', [volume]);
  }
});

test('a 300 MB upload is streamed to disk', async () => {
  await using directory = await scratchDirectory();
  const archive = archiveIn(directory.path);
  async function* upload(): AsyncGenerator<Uint8Array> {
    for (let sent = 0; sent < 4800; sent += 1) yield Buffer.alloc(2 ** 16, 0x5a);
  }
  const before = process.memoryUsage.rss();
  const { bytes } = await archive.receive(upload());
  expect(bytes).toBe(4800 * 2 ** 16);
  expect(process.memoryUsage.rss() - before).toBeLessThan(192 * 2 ** 20);
});
