/** The index's studies, series and instances in the terms of a QIDO-RS answer. */
import type { InstanceSummary, SeriesSummary, StudySummary } from '../dicomweb/qido-response.ts';
import type { Series, Study } from '../domain/study.ts';
import type { IndexedInstance } from '../store/instance.repository.ts';

export function studySummary({ uid, details, ...study }: Study): StudySummary {
  return {
    studyUid: uid,
    studyDate: study.studyDate ?? undefined,
    studyTime: study.studyTime ?? undefined,
    studyDescription: details.description,
    studyId: details.studyId,
    accessionNumber: details.accessionNumber,
    referringPhysicianName: details.referringPhysicianName,
    patientId: details.patientId,
    patientName: details.patientName,
    patientBirthDate: details.patientBirthDate,
    patientSex: details.patientSex,
    modalities: study.modalities,
    seriesCount: study.seriesCount,
    instanceCount: study.instanceCount,
  };
}

export function seriesSummary({ uid, number, bodyPart, description, ...series }: Series): SeriesSummary {
  return {
    studyUid: series.studyUid,
    seriesUid: uid,
    modality: series.modality,
    seriesNumber: number ?? undefined,
    bodyPart: bodyPart ?? undefined,
    seriesDescription: description ?? undefined,
    instanceCount: series.instanceCount,
  };
}

export function instanceSummary({ uid, number, frames, ...instance }: IndexedInstance): InstanceSummary {
  return {
    studyUid: instance.studyUid,
    seriesUid: instance.seriesUid,
    sopInstanceUid: uid,
    sopClassUid: instance.sopClassUid,
    transferSyntaxUid: instance.transferSyntaxUid,
    instanceNumber: number ?? undefined,
    numberOfFrames: frames ?? undefined,
    rows: instance.rows ?? undefined,
    columns: instance.columns ?? undefined,
    bitsAllocated: instance.bitsAllocated ?? undefined,
  };
}
