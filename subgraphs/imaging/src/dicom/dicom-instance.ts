/** What the platform knows of one DICOM instance: its identifiers, and what lists and viewers ask for. */
import type { DataSet } from './data-set.ts';
import type { DecodeText } from './character-sets.ts';
import { decoderOf, firstInteger, firstText } from './element-values.ts';
import { MalformedDicom } from './malformed-dicom.ts';
import { trimmedName } from './person-name.ts';
import { startedAt, type UtcOffset } from './study-time.ts';
import { tags } from './tags.ts';
import { isUid } from './uid.ts';

export interface DicomInstance {
  sopInstanceUid: string;
  sopClassUid: string;
  studyUid: string;
  seriesUid: string;
  transferSyntaxUid: string;
  modality: string;
  studyDescription: string | undefined;
  seriesDescription: string | undefined;
  studyStartedAt: Date | undefined;
  /** As written: YYYYMMDD and HHMMSS.FFFFFF */
  studyDate: string | undefined;
  studyTime: string | undefined;
  studyId: string | undefined;
  accessionNumber: string | undefined;
  referringPhysicianName: string | undefined;
  bodyPart: string | undefined;
  patientId: string | undefined;
  patientName: string | undefined;
  patientBirthDate: string | undefined;
  patientSex: string | undefined;
  seriesNumber: number | undefined;
  instanceNumber: number | undefined;
  rows: number | undefined;
  columns: number | undefined;
  bitsAllocated: number | undefined;
  numberOfFrames: number | undefined;
}

export interface InstanceSource {
  meta: DataSet;
  dataSet: DataSet;
  transferSyntaxUid: string;
  assumedOffset: UtcOffset;
}

export function dicomInstance(source: InstanceSource): DicomInstance {
  const { dataSet, transferSyntaxUid } = source;
  const decode = decoderOf(dataSet);
  const instance = {
    ...identity(dataSet),
    transferSyntaxUid,
    ...description(dataSet, decode),
    studyStartedAt: startedAt(dataSet, source.assumedOffset),
    ...picture(dataSet),
  };
  checkHead(source.meta, instance.sopClassUid);
  return instance;
}

function identity(dataSet: DataSet) {
  return {
    sopInstanceUid: requireUid(dataSet, tags.sopInstanceUid),
    sopClassUid: requireUid(dataSet, tags.sopClassUid),
    studyUid: requireUid(dataSet, tags.studyInstanceUid),
    seriesUid: requireUid(dataSet, tags.seriesInstanceUid),
    modality: requireModality(dataSet),
  };
}

function requireModality(dataSet: DataSet): string {
  const modality = firstText(dataSet, tags.modality);
  if (modality) return modality;
  throw new MalformedDicom('MISSING_ATTRIBUTE', 'the modality is missing', { tag: tags.modality });
}

function description(dataSet: DataSet, decode: DecodeText) {
  const text = (tag: number) => firstText(dataSet, tag, decode);
  const name = (tag: number) => trimmedName(text(tag));
  return {
    studyDescription: text(tags.studyDescription),
    seriesDescription: text(tags.seriesDescription),
    studyDate: text(tags.studyDate),
    studyTime: text(tags.studyTime),
    studyId: text(tags.studyId),
    accessionNumber: text(tags.accessionNumber),
    referringPhysicianName: name(tags.referringPhysicianName),
    bodyPart: text(tags.bodyPartExamined),
    patientId: text(tags.patientId),
    patientName: name(tags.patientName),
    patientBirthDate: text(tags.patientBirthDate),
    patientSex: text(tags.patientSex),
  };
}

function picture(dataSet: DataSet) {
  const integer = (tag: number) => firstInteger(dataSet, tag);
  return {
    seriesNumber: integer(tags.seriesNumber),
    instanceNumber: integer(tags.instanceNumber),
    rows: integer(tags.rows),
    columns: integer(tags.columns),
    bitsAllocated: integer(tags.bitsAllocated),
    numberOfFrames: integer(tags.numberOfFrames),
  };
}

export function requireUid(dataSet: DataSet, tag: number): string {
  const uid = firstText(dataSet, tag);
  if (uid === undefined) throw new MalformedDicom('MISSING_ATTRIBUTE', 'a unique identifier is missing', { tag });
  if (!isUid(uid)) throw new MalformedDicom('UID', 'not a unique identifier of at most 64 digits and dots', { tag });
  return uid;
}

/**
 * Head and data set must be of one class. Their instance UIDs may differ: anonymisers replace the one and forget the
 * other, and the data set is what counts.
 */
function checkHead(meta: DataSet, sopClassUid: string): void {
  requireUid(meta, tags.mediaStorageSopInstanceUid);
  const tag = tags.mediaStorageSopClassUid;
  if (requireUid(meta, tag) === sopClassUid) return;
  throw new MalformedDicom('MISMATCH', 'the file meta information names another class than the data set', { tag });
}
