/** Pixel data must be as large as rows, columns and frames say: viewers trust those numbers and read past the end. */
import type { DataSet, DicomElement } from './data-set.ts';
import { firstInteger, firstText } from './element-values.ts';
import { MalformedDicom } from './malformed-dicom.ts';
import type { PixelLayout } from './pixel-layout.ts';
import { tags } from './tags.ts';
import type { TransferSyntax } from './transfer-syntaxes.ts';

/** Undefined for an object without pixels. */
export function checkPixelData(dataSet: DataSet, syntax: TransferSyntax): PixelLayout | undefined {
  const pixels = pixelElement(dataSet);
  if (!pixels) return undefined;
  if (pixels.content.kind === 'fragments') return checkFragments(pixels, dataSet, syntax);
  if (syntax.encapsulated && pixels.tag === tags.pixelData) {
    throw new MalformedDicom(
      'FRAGMENTS',
      'the transfer syntax compresses, but the pixels are not encapsulated',
      pixels,
    );
  }
  return checkNative(pixels, dataSet, syntax);
}

function pixelElement(dataSet: DataSet): DicomElement | undefined {
  return dataSet.get(tags.pixelData) ?? dataSet.get(tags.floatPixelData) ?? dataSet.get(tags.doubleFloatPixelData);
}

function checkFragments(pixels: DicomElement, dataSet: DataSet, { video }: TransferSyntax): PixelLayout | undefined {
  if (pixels.content.kind !== 'fragments') return undefined;
  const { fragments, frameOffsets } = pixels.content;
  const frames = frameCount(dataSet);
  imageSize(dataSet);
  const enough = video ? fragments.length > 0 : fragments.length >= frames;
  if (!enough) throw new MalformedDicom('FRAGMENTS', `${fragments.length} fragments for ${frames} frames`, pixels);
  if (frameOffsets.length > 0 && frameOffsets.length !== frames && !video) {
    throw new MalformedDicom('FRAGMENTS', `${frameOffsets.length} offsets for ${frames} frames`, pixels);
  }
  return { kind: 'fragments', fragments, frameOffsets, frames };
}

function checkNative(pixels: DicomElement, dataSet: DataSet, { deflated }: TransferSyntax): PixelLayout {
  if (pixels.content.kind !== 'bulk') throw new MalformedDicom('PIXEL_DATA', 'the pixel data are no bytes', pixels);
  const { extent } = pixels.content;
  const frames = frameCount(dataSet);
  const frameBits = nativeFrameBits(dataSet);
  const expected = Math.ceil((frameBits * frames) / 8);
  if (extent.length < expected) {
    const what = `${extent.length} bytes where rows, columns and frames ask for ${expected}`;
    throw new MalformedDicom('PIXEL_DATA', what, pixels);
  }
  const addressable = frameBits % 8 === 0 && !deflated;
  return { kind: 'native', extent, frames, frameBytes: addressable ? frameBits / 8 : undefined };
}

function nativeFrameBits(dataSet: DataSet): number {
  const bits = firstInteger(dataSet, tags.bitsAllocated);
  if (!bits) throw new MalformedDicom('PIXEL_DATA', 'bits allocated are missing', { tag: tags.bitsAllocated });
  // Uncompressed 4:2:2 and 4:2:0 share the colour samples between pixels (PS3.3 C.7.6.3.1.2).
  const photometric = firstText(dataSet, tags.photometricInterpretation);
  const shared = { YBR_FULL_422: 2, YBR_PARTIAL_422: 2, YBR_PARTIAL_420: 1.5 }[photometric ?? ''];
  return imageSize(dataSet) * bits * (shared ?? firstInteger(dataSet, tags.samplesPerPixel) ?? 1);
}

/** Pixels of one frame. */
function imageSize(dataSet: DataSet): number {
  const size = (firstInteger(dataSet, tags.rows) ?? 0) * (firstInteger(dataSet, tags.columns) ?? 0);
  if (size > 0) return size;
  throw new MalformedDicom('PIXEL_DATA', 'there are pixel data, but no rows and columns', { tag: tags.rows });
}

function frameCount(dataSet: DataSet): number {
  if (!firstText(dataSet, tags.numberOfFrames)) return 1;
  const frames = firstInteger(dataSet, tags.numberOfFrames);
  if (frames !== undefined && frames > 0) return frames;
  throw new MalformedDicom('PIXEL_DATA', 'the number of frames is not a positive number', { tag: tags.numberOfFrames });
}
