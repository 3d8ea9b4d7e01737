/** Studies and their series, as far as row-level security shows them; what the files say is opened with the patient's key. */
import type { UnitTools } from '@huizhen/platform/subgraph/context';
import { z } from 'zod';
import type { Series, Study, StudyOwner } from '../domain/study.ts';
import { arrayOf } from './array-of.ts';

const ownerRow = z.object({ uid: z.string(), patient_id: z.string(), institution_id: z.string() });
const studyRow = ownerRow.extend({
  started_at: z.coerce.date().nullable(),
  study_date: z.string().nullable(),
  study_time: z.string().nullable(),
  details: z.instanceof(Buffer),
  modalities: z.array(z.string()),
  series_count: z.number(),
  instance_count: z.number(),
});
const seriesRow = z.object({
  uid: z.string(),
  study_uid: z.string(),
  patient_id: z.string(),
  modality: z.string(),
  number: z.number().nullable(),
  body_part: z.string().nullable(),
  description: z.instanceof(Buffer).nullable(),
  instance_count: z.number(),
});
const text = z.string().optional();
const details = z.object({
  description: text,
  studyId: text,
  accessionNumber: text,
  referringPhysicianName: text,
  patientId: text,
  patientName: text,
  patientBirthDate: text,
  patientSex: text,
});
const linkRow = z.object({ consultation_id: z.string(), study_uid: z.string() });

/** A study that was uploaded for a consultation. */
export interface StudyLink {
  readonly consultationId: string;
  readonly studyUid: string;
}

const STUDIES = `
  SELECT s.uid, s.patient_id, s.institution_id, s.started_at, s.study_date, s.study_time, s.details,
    (SELECT coalesce(array_agg(DISTINCT modality ORDER BY modality), '{}') FROM imaging.series WHERE study_uid = s.uid) AS modalities,
    (SELECT count(*)::int FROM imaging.series WHERE study_uid = s.uid) AS series_count,
    (SELECT count(*)::int FROM imaging.instances WHERE study_uid = s.uid) AS instance_count
  FROM imaging.studies s WHERE s.uid = ANY (?::text[])`;

const SERIES = `
  SELECT r.uid, r.study_uid, r.patient_id, r.modality, r.number, r.body_part, r.description,
    (SELECT count(*)::int FROM imaging.instances WHERE series_uid = r.uid) AS instance_count
  FROM imaging.series r WHERE r.study_uid = ANY (?::text[]) ORDER BY r.number NULLS LAST, r.uid`;

export class StudyRepository {
  private readonly tools: UnitTools;

  constructor(tools: UnitTools) {
    this.tools = tools;
  }

  async owners(uids: readonly string[]): Promise<StudyOwner[]> {
    const query = 'SELECT uid, patient_id, institution_id FROM imaging.studies WHERE uid = ANY (?::text[])';
    return (await this.tools.sql(ownerRow, query, [arrayOf(uids)])).map(toOwner);
  }

  async byUids(uids: readonly string[]): Promise<Study[]> {
    const rows = await this.tools.sql(studyRow, STUDIES, [arrayOf(uids)]);
    const ciphers = await this.tools.keys.forReading(rows.map((row) => row.patient_id));
    return rows.map((row) => {
      const opened = ciphers.get(row.patient_id)?.open('studies', 'details', row.uid, row.details) ?? '{}';
      return {
        ...toOwner(row),
        startedAt: row.started_at,
        studyDate: row.study_date,
        studyTime: row.study_time,
        modalities: row.modalities,
        seriesCount: row.series_count,
        instanceCount: row.instance_count,
        details: details.parse(JSON.parse(opened)),
      };
    });
  }

  async series(studyUids: readonly string[]): Promise<Series[]> {
    const rows = await this.tools.sql(seriesRow, SERIES, [arrayOf(studyUids)]);
    const ciphers = await this.tools.keys.forReading(rows.map((row) => row.patient_id));
    return rows.map((row) => ({
      uid: row.uid,
      studyUid: row.study_uid,
      modality: row.modality,
      number: row.number,
      bodyPart: row.body_part,
      description:
        row.description &&
        (ciphers.get(row.patient_id)?.open('series', 'description', row.uid, row.description) ?? null),
      instanceCount: row.instance_count,
    }));
  }

  /** Newest first. */
  async ofPatients(patientIds: readonly string[]): Promise<StudyOwner[]> {
    const query = `SELECT uid, patient_id, institution_id FROM imaging.studies WHERE patient_id = ANY (?::uuid[])
      ORDER BY started_at DESC NULLS LAST, uid`;
    return (await this.tools.sql(ownerRow, query, [arrayOf(patientIds)])).map(toOwner);
  }

  async consultationsOf(studyUids: readonly string[]): Promise<StudyLink[]> {
    const query = `SELECT consultation_id, study_uid FROM imaging.study_consultations WHERE study_uid = ANY (?::text[])
      ORDER BY consultation_id`;
    return (await this.tools.sql(linkRow, query, [arrayOf(studyUids)])).map(toLink);
  }

  /** What was uploaded for these consultations, newest first. */
  async ofConsultations(consultationIds: readonly string[]): Promise<StudyLink[]> {
    const query = `SELECT l.consultation_id, l.study_uid FROM imaging.study_consultations l
      JOIN imaging.studies s ON s.uid = l.study_uid WHERE l.consultation_id = ANY (?::uuid[])
      ORDER BY s.started_at DESC NULLS LAST, s.uid`;
    return (await this.tools.sql(linkRow, query, [arrayOf(consultationIds)])).map(toLink);
  }
}

function toOwner(row: z.infer<typeof ownerRow>): StudyOwner {
  return { uid: row.uid, patientId: row.patient_id, institutionId: row.institution_id };
}

function toLink(row: z.infer<typeof linkRow>): StudyLink {
  return { consultationId: row.consultation_id, studyUid: row.study_uid };
}
