/** Writes stored files into the index; a second time, or a second writer, adds nothing. */
import type { UnitTools } from '@huizhen/platform/subgraph/context';
import type { PatientCipher } from '@huizhen/platform/subgraph/unit-keys';
import { z } from 'zod';
import type { DicomInstance } from '../dicom/dicom-instance.ts';
import type { PixelLayout } from '../dicom/pixel-layout.ts';
import type { StudyDetails } from '../domain/study.ts';
import { arrayOf } from './array-of.ts';

/** A file that is in the archive for good. */
export interface KeptFile {
  readonly instance: DicomInstance;
  readonly pixels: PixelLayout | undefined;
  readonly sha256: string;
  readonly bytes: number;
}

export interface Belonging {
  readonly patientId: string;
  readonly institutionId: string;
  readonly consultationId: string | null;
}

const rows = '?::jsonb';
const nothing = z.unknown();

export class ImageIndexRepository {
  private readonly tools: UnitTools;

  constructor(tools: UnitTools) {
    this.tools = tools;
  }

  /** Returns the UIDs of the instances that are now indexed where they say; the others' UIDs belong elsewhere. */
  async add(files: readonly KeptFile[], to: Belonging): Promise<Set<string>> {
    const cipher = await this.tools.keys.forWriting(to.patientId);
    await this.addStudies(files, to, cipher);
    await this.addSeries(files, to, cipher);
    await this.addInstances(files, to);
    const indexed = await this.indexed(files, to);
    if (to.consultationId !== null) await this.link(indexed, to);
    return indexed;
  }

  private async addStudies(files: readonly KeptFile[], to: Belonging, cipher: PatientCipher): Promise<void> {
    const studies = firstOfEach(files, ({ studyUid }) => studyUid).map((instance) => ({
      uid: instance.studyUid,
      startedAt: instance.studyStartedAt?.toISOString() ?? null,
      date: storable(instance.studyDate),
      time: storable(instance.studyTime),
      details: cipher
        .seal('studies', 'details', instance.studyUid, JSON.stringify(detailsOf(instance)))
        .toString('base64'),
    }));
    await this.tools.sql(
      nothing,
      `INSERT INTO imaging.studies (uid, patient_id, institution_id, started_at, study_date, study_time, details)
       SELECT n.uid, ?, ?, n."startedAt", n.date, n.time, decode(n.details, 'base64')
       FROM jsonb_to_recordset(${rows}) AS n(uid text, "startedAt" timestamptz, date text, time text, details text)
       ON CONFLICT DO NOTHING`,
      [to.patientId, to.institutionId, JSON.stringify(studies)],
    );
  }

  private async addSeries(files: readonly KeptFile[], to: Belonging, cipher: PatientCipher): Promise<void> {
    const series = firstOfEach(files, ({ seriesUid }) => seriesUid).map((instance) => ({
      uid: instance.seriesUid,
      study: instance.studyUid,
      modality: storable(instance.modality),
      number: storableNumber(instance.seriesNumber),
      bodyPart: storable(instance.bodyPart),
      description:
        instance.seriesDescription === undefined
          ? null
          : cipher.seal('series', 'description', instance.seriesUid, instance.seriesDescription).toString('base64'),
    }));
    await this.tools.sql(
      nothing,
      `INSERT INTO imaging.series (uid, study_uid, patient_id, institution_id, modality, number, body_part, description)
       SELECT n.uid, s.uid, s.patient_id, s.institution_id, n.modality, n.number, n."bodyPart", decode(n.description, 'base64')
       FROM jsonb_to_recordset(${rows}) AS n(uid text, study text, modality text, number int, "bodyPart" text, description text)
       JOIN imaging.studies s ON s.uid = n.study AND s.patient_id = ?
       ON CONFLICT DO NOTHING`,
      [JSON.stringify(series), to.patientId],
    );
  }

  private async addInstances(files: readonly KeptFile[], to: Belonging): Promise<void> {
    await this.tools.sql(
      nothing,
      `INSERT INTO imaging.instances (uid, series_uid, study_uid, patient_id, institution_id, sop_class_uid, transfer_syntax_uid,
         number, frames, height, width, bits_allocated, sha256, bytes, pixels)
       SELECT n.uid, r.uid, r.study_uid, r.patient_id, r.institution_id, n."sopClass", n.syntax,
         n.number, n.frames, n.height, n.width, n.bits, n.sha256, n.bytes, n.pixels
       FROM jsonb_to_recordset(${rows}) AS n(uid text, series text, study text, "sopClass" text, syntax text,
         number int, frames int, height int, width int, bits int, sha256 text, bytes bigint, pixels jsonb)
       JOIN imaging.series r ON r.uid = n.series AND r.study_uid = n.study AND r.patient_id = ?
       ON CONFLICT DO NOTHING`,
      [JSON.stringify(files.map(instanceRow)), to.patientId],
    );
  }

  private async indexed(files: readonly KeptFile[], { patientId }: Belonging): Promise<Set<string>> {
    const found = await this.tools.sql(
      z.object({ uid: z.string() }),
      `SELECT i.uid FROM imaging.instances i
       JOIN jsonb_to_recordset(${rows}) AS n(uid text, series text, study text, sha256 text)
         ON n.uid = i.uid AND n.series = i.series_uid AND n.study = i.study_uid AND n.sha256 = i.sha256
       WHERE i.patient_id = ?`,
      [JSON.stringify(files.map(instanceRow)), patientId],
    );
    return new Set(found.map(({ uid }) => uid));
  }

  private async link(instances: ReadonlySet<string>, to: Belonging): Promise<void> {
    await this.tools.sql(
      nothing,
      `INSERT INTO imaging.study_consultations (study_uid, consultation_id, patient_id, institution_id)
       SELECT DISTINCT study_uid, ?::uuid, patient_id, institution_id FROM imaging.instances WHERE uid = ANY (?::text[])
       ON CONFLICT DO NOTHING`,
      [to.consultationId, arrayOf([...instances])],
    );
  }
}

function firstOfEach(files: readonly KeptFile[], uidOf: (instance: DicomInstance) => string): DicomInstance[] {
  const instances = files.map(({ instance }) => instance);
  return [...new Map(instances.toReversed().map((instance) => [uidOf(instance), instance])).values()];
}

function detailsOf(instance: DicomInstance): StudyDetails {
  return {
    description: instance.studyDescription,
    studyId: instance.studyId,
    accessionNumber: instance.accessionNumber,
    referringPhysicianName: instance.referringPhysicianName,
    patientId: instance.patientId,
    patientName: instance.patientName,
    patientBirthDate: instance.patientBirthDate,
    patientSex: instance.patientSex,
  };
}

function instanceRow({ instance, pixels, sha256, bytes }: KeptFile) {
  return {
    uid: instance.sopInstanceUid,
    series: instance.seriesUid,
    study: instance.studyUid,
    sopClass: instance.sopClassUid,
    syntax: instance.transferSyntaxUid,
    number: storableNumber(instance.instanceNumber),
    frames: storableNumber(instance.numberOfFrames),
    height: storableNumber(instance.rows),
    width: storableNumber(instance.columns),
    bits: storableNumber(instance.bitsAllocated),
    sha256,
    bytes,
    pixels: pixels ?? null,
  };
}

/** A file may hold characters that PostgreSQL's text may not. */
function storable(text: string | undefined): string | null {
  return text?.replaceAll('\0', '') ?? null;
}

/** A file may hold numbers that no image has; without them it is stored all the same. */
function storableNumber(value: number | undefined): number | null {
  return value !== undefined && Number.isInteger(value) && Math.abs(value) < 2 ** 31 ? value : null;
}
