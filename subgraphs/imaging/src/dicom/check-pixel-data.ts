/** Pixel data must be as large as rows, columns and frames say: viewers trust those numbers and read past the end. */
import type { DataSet, DicomElement } from './data-set.ts';
import { firstInteger, firstText } from './element-values.ts';
import { MalformedDicom } from './malformed-dicom.ts';
import { tags } from './tags.ts';
import type { TransferSyntax } from './transfer-syntaxes.ts';

export function checkPixelData(dataSet: DataSet, syntax: TransferSyntax): void {
  const pixels = pixelElement(dataSet);
  if (!pixels) return;
  if (pixels.content.kind === 'fragments') return checkFragments(pixels, dataSet, syntax);
  if (pixels.content.kind !== 'bulk') throw new MalformedDicom('PIXEL_DATA', 'the pixel data are no bytes', pixels);
  if (syntax.encapsulated && pixels.tag === tags.pixelData) {
    throw new MalformedDicom(
      'FRAGMENTS',
      'the transfer syntax compresses, but the pixel data are not encapsulated',
      pixels,
    );
  }
  const expected = nativeBytes(dataSet);
  const { length } = pixels.content.extent;
  if (length >= expected) return;
  throw new MalformedDicom('PIXEL_DATA', `${length} bytes where rows, columns and frames ask for ${expected}`, pixels);
}

function pixelElement(dataSet: DataSet): DicomElement | undefined {
  return dataSet.get(tags.pixelData) ?? dataSet.get(tags.floatPixelData) ?? dataSet.get(tags.doubleFloatPixelData);
}

function checkFragments(pixels: DicomElement, dataSet: DataSet, { video }: TransferSyntax): void {
  if (pixels.content.kind !== 'fragments') return;
  const { fragments, frameOffsets } = pixels.content;
  const frames = frameCount(dataSet);
  requireSize(dataSet);
  const enough = video ? fragments.length > 0 : fragments.length >= frames;
  if (!enough) throw new MalformedDicom('FRAGMENTS', `${fragments.length} fragments for ${frames} frames`, pixels);
  if (frameOffsets.length > 0 && frameOffsets.length !== frames && !video) {
    throw new MalformedDicom('FRAGMENTS', `${frameOffsets.length} offsets for ${frames} frames`, pixels);
  }
}

function requireSize(dataSet: DataSet): { rows: number; columns: number } {
  const rows = firstInteger(dataSet, tags.rows) ?? 0;
  const columns = firstInteger(dataSet, tags.columns) ?? 0;
  if (rows > 0 && columns > 0) return { rows, columns };
  throw new MalformedDicom('PIXEL_DATA', 'there are pixel data, but no rows and columns', { tag: tags.rows });
}

function nativeBytes(dataSet: DataSet): number {
  const { rows, columns } = requireSize(dataSet);
  const bits = firstInteger(dataSet, tags.bitsAllocated);
  if (!bits) throw new MalformedDicom('PIXEL_DATA', 'bits allocated are missing', { tag: tags.bitsAllocated });
  // Uncompressed 4:2:2 and 4:2:0 share the colour samples between pixels (PS3.3 C.7.6.3.1.2).
  const photometric = firstText(dataSet, tags.photometricInterpretation);
  const shared = { YBR_FULL_422: 2, YBR_PARTIAL_422: 2, YBR_PARTIAL_420: 1.5 }[photometric ?? ''];
  const samples = shared ?? firstInteger(dataSet, tags.samplesPerPixel) ?? 1;
  return Math.ceil((rows * columns * samples * bits * frameCount(dataSet)) / 8);
}

function frameCount(dataSet: DataSet): number {
  if (!firstText(dataSet, tags.numberOfFrames)) return 1;
  const frames = firstInteger(dataSet, tags.numberOfFrames);
  if (frames !== undefined && frames > 0) return frames;
  throw new MalformedDicom('PIXEL_DATA', 'the number of frames is not a positive number', { tag: tags.numberOfFrames });
}
