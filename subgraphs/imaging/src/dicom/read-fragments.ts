/** Encapsulated pixel data (PS3.5 A.4): an offset table, fragments of known length, a delimiter; none of it is read. */
import type { Content, Extent } from './data-set.ts';
import { readElementHeader, type ElementHeader } from './element-header.ts';
import { checkLength } from './check-element.ts';
import { MalformedDicom } from './malformed-dicom.ts';
import { tags } from './tags.ts';
import { explicitLittleEndian } from './transfer-syntaxes.ts';
import type { Walk } from './walk.ts';

const context = { ...explicitLittleEndian, signedPixels: false };

export async function readFragments(walk: Walk, bound: number): Promise<Content> {
  const frameOffsets = await readOffsetTable(walk, bound);
  const fragments: Extent[] = [];
  for (;;) {
    const header = await readElementHeader(walk.source, context);
    if (header.tag === tags.sequenceDelimitation && header.length === 0) break;
    const length = itemLength(header, walk.source.position, bound);
    fragments.push({ offset: walk.source.position, length });
    if (fragments.length > walk.limits.fragments) {
      throw new MalformedDicom('TOO_COMPLEX', `more than ${walk.limits.fragments} fragments`, header);
    }
    await walk.source.skip(length);
  }
  checkOffsets(frameOffsets, fragments);
  return { kind: 'fragments', fragments, frameOffsets };
}

async function readOffsetTable(walk: Walk, bound: number): Promise<number[]> {
  const header = await readElementHeader(walk.source, context);
  const length = itemLength(header, walk.source.position, bound);
  if (length % 4 !== 0 || length > walk.limits.fragments * 4) {
    throw new MalformedDicom('FRAGMENTS', `an offset table of ${length} bytes`, header);
  }
  const bytes = await walk.source.read(length);
  return Array.from({ length: length / 4 }, (_, index) => bytes.readUInt32LE(index * 4));
}

function itemLength(header: ElementHeader, position: number, bound: number): number {
  const { tag, length } = header;
  if (tag !== tags.item || length === undefined) {
    throw new MalformedDicom('FRAGMENTS', 'the pixel data hold something that is no fragment', header);
  }
  checkLength(header, position, bound);
  return length;
}

/** Every entry of the table points at the head of a fragment, counted from the first one. */
function checkOffsets(frameOffsets: number[], fragments: Extent[]): void {
  const first = fragments[0]?.offset ?? 0;
  const starts = new Set(fragments.map((fragment) => fragment.offset - first));
  if (frameOffsets.every((offset) => starts.has(offset))) return;
  throw new MalformedDicom('FRAGMENTS', 'the offset table points beside the fragments', { tag: tags.pixelData });
}
