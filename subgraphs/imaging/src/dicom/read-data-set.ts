/** Walks a data set element by element and refuses whatever lies about its length, its nesting or its end. */
import type { ByteSource } from './byte-source.ts';
import { checkHeader, checkItemEnd, checkLength, countElement } from './check-element.ts';
import type { Content, DataSet, DicomElement } from './data-set.ts';
import { readElementHeader, type ElementHeader } from './element-header.ts';
import { MalformedDicom } from './malformed-dicom.ts';
import { readFragments } from './read-fragments.ts';
import { readTrailingPadding } from './read-trailing-padding.ts';
import { readValue } from './read-value.ts';
import { tags } from './tags.ts';
import { implicitLittleEndian } from './transfer-syntaxes.ts';
import type { Scope, Walk } from './walk.ts';

export async function readDataSet(walk: Walk, scope: Scope): Promise<DataSet> {
  const dataSet: DataSet = new Map();
  let last = -1;
  while (!(await finished(walk.source, scope))) {
    const header = await readElementHeader(walk.source, { ...scope.encoding, signedPixels: walk.signedPixels });
    if (header.tag === tags.itemDelimitation) {
      checkItemEnd(header, scope);
      return dataSet;
    }
    checkHeader(header, last, walk);
    checkLength(header, walk.source.position, scope.bound);
    last = header.tag;
    if (header.tag === tags.trailingPadding) await readTrailingPadding(walk, header);
    else dataSet.set(header.tag, await readElement(walk, header, scope));
  }
  return dataSet;
}

async function finished(source: ByteSource, scope: Scope): Promise<boolean> {
  if (scope.endsAt === 'source') return source.atEnd();
  if (source.position < scope.bound) return false;
  if (scope.endsAt === 'bound' && source.position === scope.bound) return true;
  throw new MalformedDicom('DELIMITER', 'an item runs past the end of what encloses it', { offset: source.position });
}

async function readElement(walk: Walk, header: ElementHeader, scope: Scope): Promise<DicomElement> {
  const content = await readContent(walk, header, scope);
  return { tag: header.tag, vr: header.vr, littleEndian: scope.encoding.littleEndian, content };
}

async function readContent(walk: Walk, header: ElementHeader, scope: Scope): Promise<Content> {
  const { tag, vr, length } = header;
  if (vr.kind === 'sequence') return readItems(walk, header, scope);
  if (length !== undefined) return readValue(walk, header, length);
  // An unknown representation of undefined length is an implicit little endian sequence (PS3.5 6.2.2).
  if (vr.name === 'UN') return readItems(walk, header, { ...scope, encoding: implicitLittleEndian });
  const fragmented = tag === tags.pixelData && scope.depth === 0 && walk.encapsulated && vr.kind === 'binary';
  if (fragmented) return readFragments(walk, scope.bound);
  throw new MalformedDicom('LENGTH', 'an undefined length is not allowed here', header);
}

async function readItems(walk: Walk, header: ElementHeader, scope: Scope): Promise<Content> {
  const depth = scope.depth + 1;
  if (depth > walk.limits.depth) {
    throw new MalformedDicom('TOO_COMPLEX', `sequences nest deeper than ${walk.limits.depth}`, header);
  }
  const bound = header.length === undefined ? scope.bound : walk.source.position + header.length;
  const items: DataSet[] = [];
  while (header.length === undefined || walk.source.position < bound) {
    const item = await readElementHeader(walk.source, { ...scope.encoding, signedPixels: walk.signedPixels });
    const ends = header.length === undefined && item.tag === tags.sequenceDelimitation && item.length === 0;
    if (ends) break;
    items.push(await readItem(walk, item, { ...scope, depth, bound }));
  }
  return { kind: 'items', items };
}

async function readItem(walk: Walk, item: ElementHeader, parent: Scope): Promise<DataSet> {
  if (item.tag !== tags.item) throw new MalformedDicom('DELIMITER', 'a sequence holds something that is no item', item);
  countElement(walk, item);
  if (item.length === undefined) return readDataSet(walk, { ...parent, endsAt: 'delimiter' });
  checkLength(item, walk.source.position, parent.bound);
  return readDataSet(walk, { ...parent, bound: walk.source.position + item.length, endsAt: 'bound' });
}
