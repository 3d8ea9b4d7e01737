/** What a QIDO-RS search compares with, by attribute; an attribute with several values matches through any of them. */
import type { QidoAttribute } from '../dicomweb/qido-attributes.ts';
import type { Series, Study } from '../domain/study.ts';
import type { IndexedInstance } from '../store/instance.repository.ts';

export type SearchValues = Readonly<Record<string, readonly string[]>>;

export function studyValues({ uid, details, ...study }: Study): SearchValues {
  return named({
    StudyInstanceUID: [uid],
    StudyDate: [study.studyDate],
    StudyTime: [study.studyTime],
    ModalitiesInStudy: study.modalities,
    AccessionNumber: [details.accessionNumber],
    ReferringPhysicianName: [details.referringPhysicianName],
    PatientName: [details.patientName],
    PatientID: [details.patientId],
    StudyID: [details.studyId],
    StudyDescription: [details.description],
  });
}

export function seriesValues({ uid, modality, number, description }: Series): SearchValues {
  return named({
    SeriesInstanceUID: [uid],
    Modality: [modality],
    SeriesNumber: [number],
    SeriesDescription: [description],
  });
}

export function instanceValues({ uid, number, ...instance }: IndexedInstance): SearchValues {
  return named({
    StudyInstanceUID: [instance.studyUid],
    SeriesInstanceUID: [instance.seriesUid],
    Modality: [instance.modality],
    SOPInstanceUID: [uid],
    SOPClassUID: [instance.sopClassUid],
    InstanceNumber: [number],
  });
}

type Value = string | number | null | undefined;

function named(values: Partial<Record<QidoAttribute, readonly Value[]>>): SearchValues {
  const present = (value: Value) => (value === null || value === undefined ? [] : [String(value)]);
  return Object.fromEntries(Object.entries(values).map(([name, some]) => [name, some.flatMap(present)]));
}
