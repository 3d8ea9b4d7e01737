/** The DICOM JSON model (PS3.18 F) of a checked data set; whatever stayed in the file becomes a BulkDataURI. */
import type { DecodeText } from './character-sets.ts';
import type { DataSet, DicomElement } from './data-set.ts';
import { binaryValues, littleEndianBytes } from './binary-values.ts';
import { decoderOf, textValues } from './element-values.ts';
import { personName, type PersonName } from './person-name.ts';
import { tagKey, tags } from './tags.ts';

export type DicomJsonValue = string | number | null | PersonName | DicomJson;

export interface DicomJsonElement {
  vr: string;
  Value?: DicomJsonValue[] | undefined;
  InlineBinary?: string | undefined;
  BulkDataURI?: string | undefined;
}

export interface DicomJson {
  [tag: string]: DicomJsonElement;
}

/** Where a bulk value is found, e.g. `bulkdata/00081140/0/7FE00010`; relative, so that a file may move. */
export type BulkDataUri = (path: string) => string;

interface Projection {
  decode: DecodeText;
  bulkDataUri: BulkDataUri;
  path: string;
}

export function dicomJson(dataSet: DataSet, bulkDataUri: BulkDataUri = (path) => `bulkdata/${path}`): DicomJson {
  return projectDataSet(dataSet, { decode: decoderOf(dataSet), bulkDataUri, path: '' });
}

function projectDataSet(dataSet: DataSet, projection: Projection): DicomJson {
  const json: DicomJson = {};
  const inner = { ...projection, decode: decoderOf(dataSet, projection.decode) };
  for (const [tag, element] of dataSet) {
    // Group lengths say nothing about the object; the model forbids them (PS3.18 F.2.2).
    if ((tag & 0xffff) !== 0) json[tagKey(tag)] = projectElement(element, inner);
  }
  return json;
}

function projectElement(element: DicomElement, projection: Projection): DicomJsonElement {
  const { content, vr, tag } = element;
  const path = `${projection.path}${tagKey(tag)}`;
  switch (content.kind) {
    case 'items': {
      if (content.items.length === 0) return { vr: 'SQ' };
      const inside = (index: number) => ({ ...projection, path: `${path}/${index}/` });
      return { vr: 'SQ', Value: content.items.map((item, index) => projectDataSet(item, inside(index))) };
    }
    case 'bulk':
    case 'fragments':
      return { vr: vr.name, BulkDataURI: projection.bulkDataUri(path) };
    case 'bytes':
      return projectBytes(element, content.bytes, projection.decode);
  }
}

function projectBytes(element: DicomElement, bytes: Buffer, decode: DecodeText): DicomJsonElement {
  const vr = element.vr.name;
  if (bytes.length === 0) return { vr };
  // The model is UTF-8 whatever the file was (PS3.18 F.2.1.1).
  if (element.tag === tags.specificCharacterSet) return { vr, Value: ['ISO_IR 192'] };
  if (element.vr.kind === 'binary') return { vr, InlineBinary: littleEndianBytes(element, bytes).toString('base64') };
  if (element.vr.kind === 'number') return { vr, Value: binaryValues(element, bytes) };
  const values = textValues(element, decode).map((text) => textValue(vr, text));
  return values.every((value) => value === null) ? { vr } : { vr, Value: values };
}

function textValue(vr: string, text: string): DicomJsonValue {
  if (text === '') return null;
  if (vr === 'PN') return personName(text);
  const isNumber = (vr === 'DS' || vr === 'IS') && Number.isFinite(Number(text));
  return isNumber ? Number(text) : text;
}
