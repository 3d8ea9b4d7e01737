/** The strict check that every file passes before it is stored; the pixels are walked over and never loaded. */
import { open } from 'node:fs/promises';
import { FileSource } from './byte-source.ts';
import { checkPixelData } from './check-pixel-data.ts';
import type { DataSet } from './data-set.ts';
import { dicomInstance, requireUid, type DicomInstance } from './dicom-instance.ts';
import { dicomJson, type DicomJson } from './dicom-json.ts';
import { InflatedSource, type DeflatedPart } from './inflated-source.ts';
import { MalformedDicom } from './malformed-dicom.ts';
import type { PixelLayout } from './pixel-layout.ts';
import { readDataSet } from './read-data-set.ts';
import { readFileMeta } from './read-file-meta.ts';
import { defaultLimits, type StructureLimits } from './structure-limits.ts';
import type { UtcOffset } from './study-time.ts';
import { tagKey, tags } from './tags.ts';
import { explicitLittleEndian, findTransferSyntax, type TransferSyntax } from './transfer-syntaxes.ts';
import { newWalk, type Walk, type WalkSettings } from './walk.ts';

export interface CheckOptions {
  limits?: StructureLimits;
  /** The offset of dates without one; China's by default. */
  assumedOffset?: UtcOffset;
}

export interface CheckedDicom {
  instance: DicomInstance;
  /** DICOM JSON model without bulk data, for WADO-RS metadata. */
  metadata: DicomJson;
  /** Where the frames lie in the file; undefined without pixels. */
  pixels: PixelLayout | undefined;
}

/** @throws MalformedDicom with a stable reason that holds nothing of the patient */
export async function checkDicomFile(path: string, options: CheckOptions = {}): Promise<CheckedDicom> {
  const { limits = defaultLimits, assumedOffset = '+08:00' } = options;
  await using file = await open(path, 'r');
  const { size } = await file.stat();
  const source = new FileSource(file, size);
  const meta = await readFileMeta(source, limits);
  const syntax = requireSyntax(meta);
  const settings = { limits, encapsulated: syntax.encapsulated };
  const dataSet = syntax.deflated
    ? await readDeflated({ path, start: source.position, fileSize: size, limit: limits.inflatedBytes }, settings)
    : await readWhole(newWalk(source, settings), syntax);
  const pixels = checkPixelData(dataSet, syntax);
  const instance = dicomInstance({ meta, dataSet, transferSyntaxUid: syntax.uid, assumedOffset });
  return { instance, metadata: metadataOf(dataSet, syntax), pixels };
}

function requireSyntax(meta: DataSet): TransferSyntax {
  const syntax = findTransferSyntax(requireUid(meta, tags.transferSyntaxUid));
  if (syntax) return syntax;
  throw new MalformedDicom('TRANSFER_SYNTAX', 'not a transfer syntax of the standard', { tag: tags.transferSyntaxUid });
}

function readWhole(walk: Walk, encoding: TransferSyntax): Promise<DataSet> {
  const scope = { encoding, depth: 0, bound: walk.source.limit, endsAt: 'source' } as const;
  return readDataSet(walk, scope);
}

async function readDeflated(part: DeflatedPart, settings: WalkSettings): Promise<DataSet> {
  await using source = new InflatedSource(part);
  const scope = { encoding: explicitLittleEndian, depth: 0, bound: source.limit, endsAt: 'source' } as const;
  return await readDataSet(newWalk(source, settings), scope);
}

function metadataOf(dataSet: DataSet, { uid }: TransferSyntax): DicomJson {
  return { ...dicomJson(dataSet), [tagKey(tags.availableTransferSyntaxUid)]: { vr: 'UI', Value: [uid] } };
}
