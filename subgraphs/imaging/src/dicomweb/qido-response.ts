/** Studies, series and instances as a QIDO-RS answer shows them (PS3.18 tables 10.6.3-3 to 10.6.3-5). */
import type { DicomJson } from '../dicom/dicom-json.ts';
import type { DicomInstance } from '../dicom/dicom-instance.ts';
import { attribute, nameAttribute } from './json-attribute.ts';

type StudyFields =
  | 'studyUid'
  | 'studyDate'
  | 'studyTime'
  | 'studyId'
  | 'studyDescription'
  | 'accessionNumber'
  | 'referringPhysicianName'
  | 'patientId'
  | 'patientName'
  | 'patientBirthDate'
  | 'patientSex';

export type StudySummary = Pick<DicomInstance, StudyFields> & {
  modalities: readonly string[];
  seriesCount: number;
  instanceCount: number;
};

type SeriesFields = 'studyUid' | 'seriesUid' | 'modality' | 'seriesNumber' | 'seriesDescription' | 'bodyPart';
export type SeriesSummary = Pick<DicomInstance, SeriesFields> & { instanceCount: number };

export type InstanceSummary = Pick<
  DicomInstance,
  | 'studyUid'
  | 'seriesUid'
  | 'sopInstanceUid'
  | 'sopClassUid'
  | 'transferSyntaxUid'
  | 'instanceNumber'
  | 'numberOfFrames'
  | 'rows'
  | 'columns'
  | 'bitsAllocated'
>;

/** @param root absolute URL of the DICOMweb service, without a slash at its end */
export function studyAttributes(root: string, study: StudySummary): DicomJson {
  return {
    ...common(`${root}/studies/${study.studyUid}`),
    '00080020': attribute('DA', study.studyDate),
    '00080030': attribute('TM', study.studyTime),
    '00080050': attribute('SH', study.accessionNumber),
    '00080061': attribute('CS', ...study.modalities),
    '00080090': nameAttribute(study.referringPhysicianName),
    '00081030': attribute('LO', study.studyDescription),
    '00100010': nameAttribute(study.patientName),
    '00100020': attribute('LO', study.patientId),
    '00100030': attribute('DA', study.patientBirthDate),
    '00100040': attribute('CS', study.patientSex),
    '0020000D': attribute('UI', study.studyUid),
    '00200010': attribute('SH', study.studyId),
    '00201206': attribute('IS', study.seriesCount),
    '00201208': attribute('IS', study.instanceCount),
  };
}

export function seriesAttributes(root: string, series: SeriesSummary): DicomJson {
  return {
    ...common(`${root}/studies/${series.studyUid}/series/${series.seriesUid}`),
    '00080060': attribute('CS', series.modality),
    '0008103E': attribute('LO', series.seriesDescription),
    '00180015': attribute('CS', series.bodyPart),
    '0020000D': attribute('UI', series.studyUid),
    '0020000E': attribute('UI', series.seriesUid),
    '00200011': attribute('IS', series.seriesNumber),
    '00201209': attribute('IS', series.instanceCount),
  };
}

export function instanceAttributes(root: string, instance: InstanceSummary): DicomJson {
  const series = `${root}/studies/${instance.studyUid}/series/${instance.seriesUid}`;
  return {
    ...common(`${series}/instances/${instance.sopInstanceUid}`),
    '00080016': attribute('UI', instance.sopClassUid),
    '00080018': attribute('UI', instance.sopInstanceUid),
    '00083002': attribute('UI', instance.transferSyntaxUid),
    '0020000D': attribute('UI', instance.studyUid),
    '0020000E': attribute('UI', instance.seriesUid),
    '00200013': attribute('IS', instance.instanceNumber),
    '00280008': attribute('IS', instance.numberOfFrames),
    '00280010': attribute('US', instance.rows),
    '00280011': attribute('US', instance.columns),
    '00280100': attribute('US', instance.bitsAllocated),
  };
}

function common(retrieveUrl: string): DicomJson {
  return {
    '00080005': attribute('CS', 'ISO_IR 192'),
    '00080056': attribute('CS', 'ONLINE'),
    '00081190': attribute('UR', retrieveUrl),
  };
}
