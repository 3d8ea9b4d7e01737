/** One value: kept when it is small, left in the file when it is bulk. */
import type { Content } from './data-set.ts';
import type { ElementHeader } from './element-header.ts';
import { MalformedDicom } from './malformed-dicom.ts';
import { longestInline, longestText } from './structure-limits.ts';
import { tags } from './tags.ts';
import type { Walk } from './walk.ts';

export async function readValue(walk: Walk, header: ElementHeader, length: number): Promise<Content> {
  if (isBulk(header, length)) {
    const extent = { offset: walk.source.position, length };
    await walk.source.skip(length);
    return { kind: 'bulk', extent };
  }
  walk.keptBytes += length;
  if (walk.keptBytes > walk.limits.keptBytes) {
    throw new MalformedDicom('TOO_COMPLEX', `more than ${walk.limits.keptBytes} bytes beside the pixels`, header);
  }
  const bytes = Buffer.from(await walk.source.read(length));
  if (header.tag === tags.pixelRepresentation) walk.signedPixels = bytes.includes(1);
  return { kind: 'bytes', bytes };
}

function isBulk({ tag, vr }: ElementHeader, length: number): boolean {
  const isPixels = tag === tags.pixelData || tag === tags.floatPixelData || tag === tags.doubleFloatPixelData;
  return isPixels || length > (vr.kind === 'binary' ? longestInline : longestText);
}
