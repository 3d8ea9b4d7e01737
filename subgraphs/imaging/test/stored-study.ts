/** Studies that are in the archive, and ways to look at them. */
import { expect } from 'vitest';
import type { DicomJson } from '../src/dicom/dicom-json.ts';
import { multipartParts } from '../src/dicomweb/multipart-related.ts';
import { ctPhantom } from '../src/phantom/ct-phantom.ts';
import { patientId, people, ticketFor, upload, type OpenImaging } from './given.ts';
import { collect } from './multipart.ts';

export const STUDY = `query($uid: ID!) { imagingStudy(uid: $uid) { uid modality description startedAt instanceCount
  series { uid modality description instanceCount } } }`;
export const OPEN = `query($uid: ID!) { imagingStudy(uid: $uid) { dicomweb { root token expiresAt } } }`;
export const REPORTS = `query($uid: ID!) { imagingStudy(uid: $uid) {
  reports { version status findings impression signedBy { id } pdfUrl } } }`;
export const ISSUE = `mutation($input: IssueReportInput!) {
  issueReport(input: $input) { id version status findings impression } }`;

let studies = 0;

/** A study of its own, not stored yet. */
export function phantom(slices = 2) {
  studies += 1;
  const study = {
    studyUid: `2.25.7${studies}`,
    seriesUid: `2.25.7${studies}.1`,
    patientId: 'HIS-4711',
    patientName: 'Canary^Name=金^丝雀',
    startedAt: new Date('2026-03-04T05:06:07Z'),
    slices,
  };
  return { ...study, files: ctPhantom(study) };
}

export function imagesIn(open: () => OpenImaging) {
  return {
    async storedStudy(input: Record<string, unknown> = {}, slices = 2) {
      const study = phantom(slices);
      const { token } = await ticketFor(open(), { patientId, ...input });
      expect((await upload(open(), token, study.files)).status).toBe(200);
      return study;
    },
    /** GET with a fresh token for the study. */
    async dicomweb(uid: string, viewer = people.requester) {
      const { data, errors } = await open().ask(viewer, OPEN, { uid });
      expect(errors).toEqual([]);
      const { root, token } = (data['imagingStudy'] as { dicomweb: { root: string; token: string } }).dicomweb;
      return (path: string, accept?: string) => {
        const headers = { authorization: `Bearer ${token}`, ...(accept && { accept }) };
        return open().request(new Request(`${root}${path}`, { headers }));
      };
    },
    /** Everything in the index. */
    contents: () =>
      open().sql(`SELECT (SELECT json_agg(s ORDER BY uid) FROM imaging.studies s) AS studies,
        (SELECT json_agg(s ORDER BY uid) FROM imaging.series s) AS series,
        (SELECT json_agg(i ORDER BY uid) FROM imaging.instances i) AS instances,
        (SELECT json_agg(l ORDER BY study_uid, consultation_id) FROM imaging.study_consultations l) AS links`),
    announced: (studyUid: string) =>
      open().sql(`SELECT payload FROM events.log WHERE type = 'imaging.study-stored' AND payload->>'studyUid' = $1`, [
        studyUid,
      ]),
  };
}

export async function json(response: Response): Promise<DicomJson[]> {
  return (await response.json()) as DicomJson[];
}

export async function partsOf(response: Response): Promise<Buffer[]> {
  const announced = /boundary="(.+)"/.exec(response.headers.get('content-type') ?? '')?.[1] ?? '';
  const parts: Buffer[] = [];
  if (!response.body) throw new Error('There is no body.');
  for await (const part of multipartParts(response.body, announced)) parts.push(await collect(part.body));
  return parts;
}
