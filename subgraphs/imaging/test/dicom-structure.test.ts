import fc from 'fast-check';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkDicomFile, type CheckedDicom, type CheckOptions } from '../src/dicom/check-dicom-file.ts';
import { MalformedDicom, type MalformedReason } from '../src/dicom/malformed-dicom.ts';
import { defaultLimits } from '../src/dicom/structure-limits.ts';
import { frameExtents } from '../src/dicom/pixel-layout.ts';
import { ctPhantom } from '../src/phantom/ct-phantom.ts';
import {
  dataSet,
  deflated,
  deflatedPart10,
  element,
  fileMeta,
  jpegBaseline,
  marker,
  part10,
  rowsAndColumns,
  scratchDirectory,
  scratchFile,
  short,
  undefinedLength,
} from './part10.ts';

const item = 0xfffe_e000;
const itemEnd = 0xfffe_e00d;
const sequenceEnd = 0xfffe_e0dd;
const referencedSequence = 0x0008_1140;
const pixelData = 0x7fe0_0010;
const tiffHead = Buffer.from('II*\0');

async function check(bytes: Buffer, options?: CheckOptions): Promise<CheckedDicom> {
  await using file = await scratchFile(bytes);
  return await checkDicomFile(file.path, options);
}

async function refusal(bytes: Buffer, options?: CheckOptions): Promise<MalformedDicom> {
  const error = await check(bytes, options).then(
    () => new Error('the file was accepted'),
    (thrown: unknown) => thrown,
  );
  if (error instanceof MalformedDicom) return error;
  throw error;
}

test('a well-formed file gives its identifiers', async () => {
  const { instance } = await check(part10());
  expect(instance).toMatchObject({ sopInstanceUid: '2.25.1', studyUid: '2.25.2', seriesUid: '2.25.3', modality: 'OT' });
});

describe('a file is refused with a stable reason when', () => {
  const sequence = (value: Buffer, claimed?: number) =>
    dataSet([referencedSequence, element(referencedSequence, 'SQ', value, claimed)]);
  const innerName = element(0x0008_1155, 'UI', '2.25.9');
  const tooLong = element(0x0008_1155, 'UI', '2.25.9', 60);

  const cases: [title: string, bytes: Buffer, reason: MalformedReason][] = [
    ['it is text', Buffer.from('a letter, not an image '.repeat(20)), 'NOT_PART_10'],
    ['it is empty', Buffer.alloc(0), 'NOT_PART_10'],
    [
      'its preamble is a Windows program',
      Buffer.concat([fileMeta(undefined, Buffer.from('MZ')), dataSet()]),
      'PREAMBLE',
    ],
    ['its preamble is a page', Buffer.concat([fileMeta(undefined, Buffer.from('<html>')), dataSet()]), 'PREAMBLE'],
    [
      'a ZIP archive follows the data',
      Buffer.concat([part10(), Buffer.from('PK\u0003\u0004 archive archive')]),
      'VALUE_REPRESENTATION',
    ],
    ['its syntax is private', Buffer.concat([fileMeta('1.3.46.670589.33.1.4.1'), dataSet()]), 'TRANSFER_SYNTAX'],
    ['a length points beyond the file', part10(dataSet([pixelData, element(pixelData, 'OW', 'ab', 9000)])), 'LENGTH'],
    [
      'a length points beyond its item',
      part10(sequence(Buffer.concat([marker(item, tooLong.length), tooLong]))),
      'LENGTH',
    ],
    [
      'an item claims more than its sequence',
      part10(sequence(Buffer.concat([marker(item, 5000), innerName]))),
      'LENGTH',
    ],
    ['a sequence is never closed', part10(sequence(marker(item, undefinedLength), undefinedLength)), 'DELIMITER'],
    ['a delimiter has nothing to close', part10(Buffer.concat([dataSet(), marker(itemEnd, 0)])), 'DELIMITER'],
    ['a sequence holds no items', part10(sequence(innerName)), 'DELIMITER'],
    [
      'text has an undefined length',
      part10(dataSet([0x0040_a160, element(0x0040_a160, 'UT', '', undefinedLength)])),
      'LENGTH',
    ],
    ['a number has half a byte pair', part10(dataSet([0x0028_0010, element(0x0028_0010, 'US', 'a', 1)])), 'LENGTH'],
    ['a tag comes twice', part10(dataSet([0x0008_0060, element(0x0008_0060, 'CS', 'CT')])), 'TAG_ORDER'],
    [
      'a representation is unknown',
      part10(dataSet([0x0009_0010, element(0x0009_0010, 'ZZ', 'ab')])),
      'VALUE_REPRESENTATION',
    ],
    ['a UID climbs directories', part10(Buffer.from(dataSet().toString('latin1').replace('2.25.2', '../../'))), 'UID'],
    [
      'its pixels are fewer than rows and columns',
      part10(dataSet(...rowsAndColumns(65535, 65535), [pixelData, element(pixelData, 'OW', Buffer.alloc(256))])),
      'PIXEL_DATA',
    ],
    ['it is cut off while deflated', deflatedPart10(dataSet()).subarray(0, -20), 'DEFLATE'],
    [
      'junk follows the deflated data',
      Buffer.concat([deflatedPart10(dataSet()), Buffer.from('PK junk')]),
      'TRAILING_BYTES',
    ],
    ['it claims to be deflated', Buffer.concat([fileMeta(deflated), Buffer.alloc(400, 0xff)]), 'DEFLATE'],
    [
      'its padding hides a program',
      part10(dataSet([0xfffc_fffc, element(0xfffc_fffc, 'OB', Buffer.alloc(5000, 0x4d))])),
      'TRAILING_BYTES',
    ],
  ];

  test.each(cases)('%s', async (_title, bytes, reason) => {
    const error = await refusal(bytes);
    expect(error.message).toMatch(/^Not a valid DICOM file/);
    expect(error.reason).toBe(reason);
    expect(error.message).not.toContain('Secret');
  });

  test('the refusal says where and what', async () => {
    const bytes = part10(dataSet([pixelData, element(pixelData, 'OW', 'ab', 9000)]));
    const { message, tag, offset } = await refusal(bytes);
    expect(tag).toBe('(7FE0,0010)');
    expect(offset).toBe(bytes.length - 14);
    expect(message).toContain('it claims 9000 bytes where 2 are left');
  });
});

describe('a bomb is refused before it costs much:', () => {
  const nested = (depth: number): Buffer => {
    const opening = Buffer.concat([
      element(referencedSequence, 'SQ', '', undefinedLength),
      marker(item, undefinedLength),
    ]);
    const closing = Buffer.concat([marker(itemEnd, 0), marker(sequenceEnd, 0)]);
    const inner = Buffer.concat([...Array(depth).fill(opening), ...Array(depth).fill(closing)]);
    return part10(dataSet([referencedSequence, inner]));
  };

  test('sequences nested 32 deep pass, 33 and 100,000 do not', async () => {
    await expect(check(nested(32))).resolves.toBeDefined();
    expect((await refusal(nested(33))).reason).toBe('TOO_COMPLEX');
    expect((await refusal(nested(100_000))).reason).toBe('TOO_COMPLEX');
  });

  test('deflated data stop at the limit, before they are inflated', async () => {
    const body = dataSet(...rowsAndColumns(4096, 4096), [pixelData, element(pixelData, 'OW', Buffer.alloc(2 ** 25))]);
    const bomb = dataSet([pixelData, element(pixelData, 'OW', Buffer.alloc(2 ** 25), 2 ** 31)]);
    await expect(check(deflatedPart10(body))).resolves.toBeDefined();
    expect((await refusal(deflatedPart10(bomb))).reason).toBe('LENGTH');
    const limits = { ...defaultLimits, inflatedBytes: 2 ** 24 };
    expect((await refusal(deflatedPart10(body), { limits })).reason).toBe('LENGTH');
  });

  test('a million empty items', async () => {
    const items = Buffer.concat(Array(1_000_000).fill(marker(item, 0)));
    const before = process.memoryUsage().rss;
    const bytes = part10(dataSet([referencedSequence, element(referencedSequence, 'SQ', items)]));
    expect((await refusal(bytes)).reason).toBe('TOO_COMPLEX');
    expect(process.memoryUsage().rss - before).toBeLessThan(256 * 2 ** 20);
  });
});

describe('encapsulated pixel data', () => {
  const encapsulated = (fragments: Buffer[], ...more: [number, Buffer][]) =>
    Buffer.concat([
      fileMeta(jpegBaseline),
      dataSet(...rowsAndColumns(8, 8), ...more, [
        pixelData,
        Buffer.concat([element(pixelData, 'OB', '', undefinedLength), ...fragments, marker(sequenceEnd, 0)]),
      ]),
    ]);
  const fragment = Buffer.concat([marker(item, 4), Buffer.from('jpeg')]);
  const noTable = marker(item, 0);

  test('is walked fragment by fragment', async () => {
    const { pixels } = await check(encapsulated([noTable, fragment, fragment]));
    expect(pixels).toMatchObject({ kind: 'fragments', fragments: [{ length: 4 }, { length: 4 }] });
  });

  test('says where each frame lies, by its table or one fragment a frame', async () => {
    const frames: [number, Buffer] = [0x0028_0008, element(0x0028_0008, 'IS', '2')];
    const table = Buffer.concat([marker(item, 8), Buffer.from([0, 0, 0, 0, 24, 0, 0, 0])]);
    const byTable = await check(encapsulated([table, fragment, fragment, fragment], frames));
    const oneEach = await check(encapsulated([noTable, fragment, fragment], frames));
    const unknown = await check(encapsulated([noTable, fragment, fragment, fragment], frames));
    const pieces = ({ pixels }: CheckedDicom) =>
      [0, 1, 2].map((frame) => pixels && frameExtents(pixels, frame)?.length);
    expect(pieces(byTable)).toEqual([2, 1, undefined]);
    expect(pieces(oneEach)).toEqual([1, 1, undefined]);
    expect(pieces(unknown)).toEqual([undefined, undefined, undefined]);
  });

  test('is refused without fragments, with lying lengths and with a table that points elsewhere', async () => {
    const table = Buffer.concat([marker(item, 4), Buffer.from([7, 0, 0, 0])]);
    expect((await refusal(encapsulated([noTable]))).reason).toBe('FRAGMENTS');
    expect((await refusal(encapsulated([noTable, marker(item, 4000), fragment]))).reason).toBe('LENGTH');
    expect((await refusal(encapsulated([table, fragment]))).reason).toBe('FRAGMENTS');
  });
});

test('metadata are DICOM JSON in UTF-8, with pixels by reference', async () => {
  const table = Buffer.concat([element(0x0028_0106, 'SS', short(0xfff6)), element(0x0028_0107, 'US', '')]);
  const nested = Buffer.concat([marker(item, table.length), table]);
  const { metadata } = await check(
    part10(
      dataSet(
        [0x0008_0005, element(0x0008_0005, 'CS', 'GB18030')],
        [0x0010_1010, element(0x0010_1010, 'AS', '034Y')],
        [0x0018_0050, element(0x0018_0050, 'DS', '2.5\\abc\\')],
        [0x0018_0060, element(0x0018_0060, 'DS', '')],
        [0x0028_3000, element(0x0028_3000, 'SQ', nested)],
        ...rowsAndColumns(1, 2),
        [pixelData, element(pixelData, 'OW', Buffer.alloc(4))],
      ),
    ),
  );
  expect(metadata).toMatchObject({
    '00080005': { vr: 'CS', Value: ['ISO_IR 192'] },
    '00100010': { vr: 'PN', Value: [{ Alphabetic: 'Secret^Patient' }] },
    '00180050': { vr: 'DS', Value: [2.5, 'abc', null] },
    '00180060': { vr: 'DS' },
    '00280010': { vr: 'US', Value: [1] },
    '00283000': { vr: 'SQ', Value: [{ '00280106': { vr: 'SS', Value: [-10] }, '00280107': { vr: 'US' } }] },
    '7FE00010': { vr: 'OW', BulkDataURI: 'bulkdata/7FE00010' },
  });
  expect(Object.keys(metadata)).not.toContain('00020010');
});

test('the phantom series passes, is the same twice and keeps its Chinese name', async () => {
  const phantom = {
    studyUid: '2.25.10',
    seriesUid: '2.25.11',
    patientId: 'PHANTOM-1',
    patientName: 'Wang^Xiaoming=王^小明',
    startedAt: new Date('2026-03-04T05:06:07Z'),
    slices: 3,
  };
  const files = ctPhantom(phantom);
  expect(files).toEqual(ctPhantom(phantom));
  const instances = await Promise.all(files.map(async (file) => (await check(file)).instance));
  expect(new Set(instances.map(({ sopInstanceUid }) => sopInstanceUid)).size).toBe(3);
  expect(instances[2]).toMatchObject({
    patientName: 'Wang^Xiaoming=王^小明',
    instanceNumber: 3,
    rows: 128,
    columns: 128,
  });
  expect(instances[0]?.studyStartedAt).toEqual(phantom.startedAt);
});

test('a dual-format file keeps its TIFF directory', async () => {
  const padding: [number, Buffer] = [0xfffc_fffc, element(0xfffc_fffc, 'OB', Buffer.alloc(126, 1))];
  await expect(check(Buffer.concat([fileMeta(undefined, tiffHead), dataSet(padding)]))).resolves.toBeDefined();
});

test('random damage is accepted or refused, and never anything else', async () => {
  const [file = Buffer.alloc(0)] = ctPhantom({
    studyUid: '2.25.10',
    seriesUid: '2.25.11',
    patientId: 'P',
    patientName: 'P',
    startedAt: new Date(0),
    slices: 1,
  });
  const headerBytes = 1200;
  const damage = fc.array(fc.tuple(fc.nat(headerBytes), fc.nat(255)), { minLength: 1, maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(damage, fc.nat(file.length), async (changes, length) => {
      const damaged = Buffer.from(file);
      for (const [at, byte] of changes) damaged[at] = byte;
      const cut = length % 3 === 0 ? damaged.subarray(0, length) : damaged;
      await check(cut).catch((error: unknown) => expect(error).toBeInstanceOf(MalformedDicom));
    }),
    { numRuns: 300, seed: 17 },
  );
});

test('a 300 MB file is checked without being loaded', async () => {
  await using directory = await scratchDirectory();
  const path = join(directory.path, 'large.dcm');
  const bytes = 300 * 2 ** 20;
  const head = part10(dataSet(...rowsAndColumns(10_240, 15_360)));
  await using file = await open(path, 'w');
  await file.write(Buffer.concat([head, element(pixelData, 'OW', '', bytes)]));
  for (let written = 0; written < bytes; written += 2 ** 20) await file.write(Buffer.alloc(2 ** 20, 0x5a));
  const before = process.memoryUsage().rss;
  const { pixels } = await checkDicomFile(path);
  expect(pixels).toMatchObject({ kind: 'native', extent: { offset: head.length + 12, length: bytes } });
  expect(process.memoryUsage().rss - before).toBeLessThan(32 * 2 ** 20);
});
