/** Preamble, prefix and file meta information (PS3.10 7.1): always explicit little endian, always first. */
import type { ByteSource } from './byte-source.ts';
import type { DataSet } from './data-set.ts';
import { MalformedDicom } from './malformed-dicom.ts';
import { readDataSet } from './read-data-set.ts';
import type { StructureLimits } from './structure-limits.ts';
import { groupOf, tags } from './tags.ts';
import { explicitLittleEndian } from './transfer-syntaxes.ts';
import { newWalk } from './walk.ts';

const preambleBytes = 128;
const groupLengthBytes = 12;
const longestMeta = 64 * 1024;

/** Programs (Windows, Unix, macOS, Java), archives, pages and scripts: they run or render when opened by their head. */
const foreignHeads = ['MZ', '\x7fELF', '\xca\xfe\xba\xbe', '\xcf\xfa\xed\xfe', 'PK', '%PDF', '#!', '<'];

export async function readFileMeta(source: ByteSource, limits: StructureLimits): Promise<DataSet> {
  await readPreamble(source);
  const bound = await readGroupLength(source);
  const scope = { encoding: explicitLittleEndian, depth: 0, bound, endsAt: 'bound' } as const;
  const elements = await readDataSet(newWalk(source, { limits }), scope);
  for (const tag of elements.keys()) {
    if (groupOf(tag) !== 2)
      throw new MalformedDicom('FILE_META', 'the file meta information holds another group', { tag });
  }
  return elements;
}

async function readPreamble(source: ByteSource): Promise<void> {
  if (source.limit < preambleBytes + 4) throw new MalformedDicom('NOT_PART_10', 'shorter than preamble and prefix');
  const head = (await source.read(preambleBytes + 4)).toString('latin1');
  if (!head.endsWith('DICM'))
    throw new MalformedDicom('NOT_PART_10', 'the prefix DICM is missing', { offset: preambleBytes });
  // A TIFF head is legitimate (dual-format slides); a program in the preamble makes the image an executable
  // (CVE-2019-11687).
  if (foreignHeads.some((foreign) => head.trimStart().startsWith(foreign))) {
    throw new MalformedDicom('PREAMBLE', 'the preamble begins like a program, an archive or a page', { offset: 0 });
  }
}

async function readGroupLength(source: ByteSource): Promise<number> {
  const offset = source.position;
  const head = await source.read(groupLengthBytes);
  if (!head.subarray(0, 8).equals(Buffer.from('02000000554c0400', 'hex'))) {
    throw new MalformedDicom('FILE_META', 'the group length is missing', { tag: tags.fileMetaGroupLength, offset });
  }
  const length = head.readUInt32LE(8);
  if (length > longestMeta || source.position + length > source.limit) {
    throw new MalformedDicom('FILE_META', `a group length of ${length} bytes`, {
      tag: tags.fileMetaGroupLength,
      offset,
    });
  }
  return source.position + length;
}
