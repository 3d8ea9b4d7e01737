/** Images from ticket to report: what is stored, what is refused, who sees it and for how long. */
// dcmjs has no types of its own, and these are ambient: nothing to import.
// oxlint-disable-next-line typescript/triple-slash-reference
/// <reference path="../src/dicom/dcmjs.d.ts" />
import { createHash } from 'node:crypto';
import dcmjs from 'dcmjs';
import { demoId } from '@huizhen/schema/demo-ids';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DicomJson } from '../src/dicom/dicom-json.ts';
import { ctPhantom, ctPhantomInstanceUid } from '../src/phantom/ct-phantom.ts';
import { multipartParts } from '../src/dicomweb/multipart-related.ts';
import { failureReasons } from '../src/dicomweb/failure-reasons.ts';
import {
  draft,
  invite,
  openImaging,
  otherPatientId,
  patientId,
  people,
  requestTicket,
  step,
  ticketFor,
  upload,
  uploadRequest,
  type OpenImaging,
} from './given.ts';
import { boundary, collect, multipartBody } from './multipart.ts';
import { dataSet, element, part10, rowsAndColumns } from './part10.ts';

let huizhen: OpenImaging;
beforeAll(async () => {
  huizhen = await openImaging();
}, 120_000);
afterAll(() => huizhen.close());

let studies = 0;
function phantom(slices = 2, more: { studyUid?: string; seriesUid?: string; patientName?: string } = {}) {
  studies += 1;
  const study = {
    studyUid: `2.25.7${studies}`,
    seriesUid: `2.25.7${studies}.1`,
    patientId: 'HIS-4711',
    patientName: 'Canary^Name=金^丝雀',
    startedAt: new Date('2026-03-04T05:06:07Z'),
    slices,
    ...more,
  };
  return { ...study, files: ctPhantom(study) };
}

async function storedStudy(input: Record<string, unknown> = {}, slices = 2) {
  const study = phantom(slices);
  const { token } = await ticketFor(huizhen, { patientId, ...input });
  expect((await upload(huizhen, token, study.files)).status).toBe(200);
  return study;
}

const STUDY = `query($uid: ID!) { imagingStudy(uid: $uid) { uid modality description startedAt instanceCount
  series { uid modality description instanceCount } } }`;
const OPEN = `query($uid: ID!) { imagingStudy(uid: $uid) { dicomweb { root token expiresAt } } }`;
const REPORTS = `query($uid: ID!) { imagingStudy(uid: $uid) { reports { version status findings impression signedBy { id } pdfUrl } } }`;
const ISSUE = `mutation($input: IssueReportInput!) { issueReport(input: $input) { id version status findings impression } }`;

async function dicomweb(uid: string, viewer = people.requester) {
  const { data, errors } = await huizhen.ask(viewer, OPEN, { uid });
  expect(errors).toEqual([]);
  const { root, token } = (data['imagingStudy'] as { dicomweb: { root: string; token: string } }).dicomweb;
  return (path: string, accept?: string) =>
    huizhen.request(
      new Request(`${root}${path}`, { headers: { authorization: `Bearer ${token}`, ...(accept && { accept }) } }),
    );
}

const json = async (response: Response) => (await response.json()) as DicomJson[];

async function partsOf(response: Response): Promise<Buffer[]> {
  const announced = /boundary="(.+)"/.exec(response.headers.get('content-type') ?? '')?.[1] ?? '';
  const parts: Buffer[] = [];
  if (!response.body) throw new Error('There is no body.');
  for await (const part of multipartParts(response.body, announced)) parts.push(await collect(part.body));
  return parts;
}

const contents = () =>
  huizhen.sql(`SELECT (SELECT json_agg(s ORDER BY uid) FROM imaging.studies s) AS studies,
    (SELECT json_agg(s ORDER BY uid) FROM imaging.series s) AS series,
    (SELECT json_agg(i ORDER BY uid) FROM imaging.instances i) AS instances,
    (SELECT json_agg(l ORDER BY study_uid, consultation_id) FROM imaging.study_consultations l) AS links`);
const announced = async (studyUid: string) =>
  huizhen.sql(`SELECT payload FROM events.log WHERE type = 'imaging.study-stored' AND payload->>'studyUid' = $1`, [
    studyUid,
  ]);

describe('uploading', () => {
  test('keeps the UIDs and files the study under our patient, whatever PatientID it carries', async () => {
    const study = await storedStudy({}, 3);
    const { data, errors } = await huizhen.ask(people.requester, STUDY, { uid: study.studyUid });
    expect(errors).toEqual([]);
    expect(data['imagingStudy']).toEqual({
      uid: study.studyUid,
      modality: ['CT'],
      description: '胸部平扫（体模）',
      startedAt: '2026-03-04T05:06:07.000Z',
      instanceCount: 3,
      series: [{ uid: study.seriesUid, modality: 'CT', description: '轴位 5mm', instanceCount: 3 }],
    });
    const [row] = await huizhen.sql('SELECT * FROM imaging.studies WHERE uid = $1', [study.studyUid]);
    expect(row).toMatchObject({ patient_id: patientId });
    expect(JSON.stringify(await contents())).not.toMatch(/Canary|金|4711|体模|轴位/);
    expect(await announced(study.studyUid)).toEqual([
      { payload: { studyUid: study.studyUid, patientId, consultationId: null } },
    ]);
  });

  test('refuses a malformed file with its reason and stores the rest', async () => {
    const { files, studyUid } = phantom(2);
    const { token } = await ticketFor(huizhen, { patientId });
    const [first, second] = files;
    const answer = await upload(
      huizhen,
      token,
      [first, Buffer.from('junk'), second].filter((file) => file !== undefined),
    );
    expect(answer.status).toBe(202);
    expect(answer.headers.get('warning')).toMatch(/part 2: Not a valid DICOM file/);
    const body = (await answer.json()) as DicomJson;
    expect(body['00081199']?.Value).toHaveLength(2);
    expect(body['0008119A']?.Value).toEqual([{ '00081197': { vr: 'US', Value: [failureReasons.cannotUnderstand] } }]);
    expect(body['00081190']?.Value).toEqual([`http://huizhen.test/dicom-web/studies/${studyUid}`]);
  });

  test('changes nothing when the same files come again, and tells nobody twice', async () => {
    const { files, studyUid } = phantom(2);
    const { token } = await ticketFor(huizhen, { patientId });
    const once = await (await upload(huizhen, token, files)).json();
    const before = await contents();
    const again = await upload(huizhen, token, files);
    expect(again.status).toBe(200);
    expect(await again.json()).toEqual(once);
    expect(await contents()).toEqual(before);
    expect(await announced(studyUid)).toHaveLength(1);
  });

  test('refuses instances of a study that is another patient’s, and stores the rest', async () => {
    const theirs = await storedStudy();
    const mine = phantom(1);
    const { token } = await ticketFor(huizhen, { patientId: otherPatientId });
    const more = ctPhantom({ ...theirs, seriesUid: '2.25.99.1', slices: 1 });
    const answer = await upload(huizhen, token, [...theirs.files.slice(0, 1), ...more, ...mine.files]);
    expect(answer.status).toBe(202);
    const body = (await answer.json()) as DicomJson;
    expect(body['00081198']?.Value).toHaveLength(2);
    expect(body['00081198']?.Value).toContainEqual(
      expect.objectContaining({ '00081197': { vr: 'US', Value: [failureReasons.notAuthorised] } }),
    );
    expect(body['00081199']?.Value).toHaveLength(1);
    expect(answer.headers.get('warning')).toMatch(/already stored for another patient/);
    const count = await huizhen.sql('SELECT count(*)::int AS n FROM imaging.instances WHERE study_uid = $1', [
      theirs.studyUid,
    ]);
    expect(count).toEqual([{ n: 2 }]);
  });

  test('refuses other bytes under a UID that is stored', async () => {
    const study = await storedStudy();
    const changed = ctPhantom({ ...study, patientName: 'Somebody^Else', slices: 2 });
    const { token } = await ticketFor(huizhen, { patientId });
    const answer = await upload(huizhen, token, changed);
    expect(answer.status).toBe(409);
    expect(await answer.text()).toContain(String(failureReasons.duplicateInstance));
  });

  test('needs a ticket that is known and not expired', async () => {
    const { files } = phantom(1);
    expect((await upload(huizhen, null, files)).status).toBe(401);
    expect((await upload(huizhen, 'x'.repeat(43), files)).status).toBe(401);
    const { token } = await ticketFor(huizhen, { patientId });
    huizhen.later(31);
    const late = await upload(huizhen, token, files);
    expect(late.status).toBe(401);
    expect(await late.json()).toMatchObject({
      code: 'UNAUTHENTICATED',
      detail: expect.stringContaining('requestImagingUpload'),
    });
  });

  test('takes multipart/related of DICOM files only', async () => {
    const { token } = await ticketFor(huizhen, { patientId });
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const request = new Request('http://huizhen.test/uploads/studies', { method: 'POST', headers, body: '{}' });
    expect((await huizhen.request(request)).status).toBe(415);
  });

  test('stores what came before the connection broke', async () => {
    const { files, studyUid } = phantom(2);
    const { token } = await ticketFor(huizhen, { patientId });
    const whole = multipartBody(files.map((body) => ({ headers: {}, body })));
    const cut = whole.subarray(0, whole.length - 5000);
    expect((await huizhen.request(uploadRequest(token, new Uint8Array(cut)))).status).toBe(400);
    expect(await announced(studyUid)).toHaveLength(1);
    expect((await upload(huizhen, token, files)).status).toBe(200);
    expect(await announced(studyUid)).toHaveLength(2);
  });
});

describe('a ticket', () => {
  test('is for requesting doctors and partner apps of the managing institution', async () => {
    for (const viewer of [people.requester, people.partner])
      expect((await requestTicket(huizhen, viewer, { patientId })).codes).toEqual([]);
    const { requesterElsewhere, coordinator, radiologist, patient, finance } = people;
    for (const viewer of [requesterElsewhere, coordinator, radiologist, patient, finance])
      expect((await requestTicket(huizhen, viewer, { patientId })).codes).toEqual(['NOT_FOUND']);
    expect((await requestTicket(huizhen, null, { patientId })).codes).toEqual(['UNAUTHENTICATED']);
    expect((await requestTicket(huizhen, people.requester, { patientId: 'nobody' })).codes).toEqual(['NOT_FOUND']);
  });

  test('names an open consultation of that patient, or none', async () => {
    const consultationId = await draft(huizhen);
    expect((await requestTicket(huizhen, people.requester, { patientId, consultationId })).codes).toEqual([]);
    const foreign = await requestTicket(huizhen, people.requester, { patientId: otherPatientId, consultationId });
    expect(foreign.codes).toEqual(['NOT_FOUND']);
    await step(huizhen, people.requester, 'cancelConsultation', { consultationId, note: '患者已转院' });
    const closed = await requestTicket(huizhen, people.requester, { patientId, consultationId });
    expect(closed.codes).toEqual(['ILLEGAL_TRANSITION']);
  });

  test('is the same for the same idempotency key, and its token is not stored', async () => {
    const input = { patientId, idempotencyKey: 'ticket-1' };
    const first = await ticketFor(huizhen, input);
    expect(await ticketFor(huizhen, input)).toEqual(first);
    const other = await requestTicket(huizhen, people.requester, {
      patientId: otherPatientId,
      idempotencyKey: 'ticket-1',
    });
    expect(other.codes).toEqual(['CONFLICT']);
    const hash = createHash('sha256').update(first.token).digest();
    const rows = await huizhen.sql(
      'SELECT token_hash, upload_tickets::text AS row FROM imaging.upload_tickets WHERE token_hash = $1',
      [hash],
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]?.['row']).not.toContain(first.token);
    expect(first.url).toBe('http://huizhen.test/uploads/studies');
  });
});

describe('looking at studies', () => {
  test('is for the managing institution and the patient; to everybody else a study is not there', async () => {
    const { studyUid: uid } = await storedStudy();
    for (const viewer of [people.requester, people.patient])
      expect((await huizhen.ask(viewer, OPEN, { uid })).codes).toEqual([]);
    const absent = await huizhen.ask(people.requesterElsewhere, STUDY, { uid: '2.25.404' });
    for (const viewer of [people.requesterElsewhere, people.otherPatient, people.radiologist, people.finance]) {
      expect((await huizhen.ask(viewer, STUDY, { uid })).errors).toEqual(absent.errors);
    }
    expect((await huizhen.ask(null, STUDY, { uid })).codes).toEqual(['UNAUTHENTICATED']);
  });

  test('partner apps know that a study is there, and read nothing of it', async () => {
    const { studyUid: uid } = await storedStudy();
    const { data } = await huizhen.ask(people.partner, STUDY, { uid });
    expect(data['imagingStudy']).toMatchObject({
      instanceCount: 2,
      description: null,
      series: [{ description: null }],
    });
    expect((await huizhen.ask(people.partner, OPEN, { uid })).codes).toEqual(['FORBIDDEN']);
    expect((await huizhen.ask(people.partner, REPORTS, { uid })).codes).toEqual(['FORBIDDEN']);
  });

  test('row-level security hides every row from a role without settings, and from other institutions', async () => {
    await storedStudy();
    const tables = [
      'studies',
      'series',
      'instances',
      'study_consultations',
      'upload_tickets',
      'viewer_tokens',
      'reports',
    ];
    const elsewhere = { institution: people.requesterElsewhere.institutionId ?? '', roles: 'REQUESTER' };
    for (const table of tables)
      for (const settings of [{}, elsewhere, { patient: demoId('patient', 3), roles: 'PATIENT' }])
        expect(await huizhen.asApp(settings, `SELECT 1 FROM imaging.${table}`)).toEqual([]);
    const [unprotected] = await huizhen.sql(
      `SELECT count(*)::int AS n FROM pg_class WHERE relnamespace = 'imaging'::regnamespace AND relkind = 'r'
       AND relname = ANY ($1) AND NOT (relrowsecurity AND relforcerowsecurity)`,
      [tables],
    );
    expect(unprotected).toEqual({ n: 0 });
  });

  test('an entity reference is no way around', async () => {
    const { studyUid: uid } = await storedStudy();
    const query = `query($r: [_Any!]!) { _entities(representations: $r) { ... on ImagingStudy { uid } ... on Patient { imagingStudies { uid } } } }`;
    const r = [
      { __typename: 'ImagingStudy', uid },
      { __typename: 'Patient', id: patientId },
    ];
    const { data } = await huizhen.ask(people.requesterElsewhere, query, { r });
    expect(data['_entities']).toEqual([null, { imagingStudies: [] }]);
    const own = await huizhen.ask(people.requester, query, { r });
    expect(own.data['_entities']).toEqual([{ uid }, { imagingStudies: expect.arrayContaining([{ uid }]) }]);
  });

  test('fifty studies cost as many statements as one', async () => {
    const query = `query($r: [_Any!]!) { _entities(representations: $r) { ... on ImagingStudy { uid series { uid } reports { id } dicomweb { token } } } }`;
    const uids = [
      (await storedStudy({}, 1)).studyUid,
      (await storedStudy({}, 1)).studyUid,
      (await storedStudy({}, 1)).studyUid,
    ];
    const representations = (some: readonly string[]) => ({
      r: some.map((uid) => ({ __typename: 'ImagingStudy', uid })),
    });
    const cost = (some: readonly string[]) =>
      huizhen.statements(/./, async () => {
        expect((await huizhen.ask(people.requester, query, representations(some))).errors).toEqual([]);
      });
    expect(await cost(uids)).toBe(await cost(uids.slice(0, 1)));
  });
});

describe('an invited expert', () => {
  test('sees the case’s studies from the invitation on, and until the case is closed', async () => {
    const consultationId = await draft(huizhen);
    const { studyUid: uid, seriesUid } = await storedStudy({ consultationId });
    await invite(huizhen, consultationId, people.radiologist);
    const query = `query($r: [_Any!]!) { _entities(representations: $r) { ... on Consultation { imagingStudies { uid consultations { id } } } } }`;
    const r = [{ __typename: 'Consultation', id: consultationId }];
    for (const viewer of [people.requester, people.radiologist])
      expect(await huizhen.ask(viewer, query, { r })).toMatchObject({
        errors: [],
        data: { _entities: [{ imagingStudies: [{ uid, consultations: [{ id: consultationId }] }] }] },
      });
    expect((await huizhen.ask(people.otherExpert, query, { r })).data['_entities']).toEqual([{ imagingStudies: [] }]);

    const get = await dicomweb(uid, people.radiologist);
    const path = `/studies/${uid}/series/${seriesUid}`;
    expect((await get(path)).status).toBe(200);
    await step(huizhen, people.radiologist, 'declineInvitation', { consultationId, reason: 'UNAVAILABLE' });
    expect((await get(path)).status).toBe(401);
    expect((await huizhen.ask(people.radiologist, STUDY, { uid })).codes).toEqual(['NOT_FOUND']);
  });

  test('stops seeing images when the patient withdraws consent, even with a token in hand', async () => {
    const consultationId = await draft(huizhen);
    const { studyUid: uid } = await storedStudy({ consultationId });
    await invite(huizhen, consultationId, people.radiologist);
    const get = await dicomweb(uid, people.radiologist);
    expect((await get(`/studies/${uid}/metadata`)).status).toBe(200);
    const consents = await huizhen.sql(
      `SELECT id FROM patients.consents WHERE patient_id = $1 AND purpose = 'REMOTE_CONSULTATION'`,
      [patientId],
    );
    for (const { id } of consents)
      await huizhen.ask(
        people.requester,
        `mutation($id: ID!) { withdrawConsent(consentId: $id) { id } }`,
        { id },
        'patients',
      );
    expect((await get(`/studies/${uid}/metadata`)).status).toBe(401);
    const record = `mutation($input: RecordConsentInput!) { recordConsent(input: $input) { id } }`;
    const input = { patientId, purpose: 'REMOTE_CONSULTATION', signedBy: '马秀兰' };
    expect((await huizhen.ask(people.requester, record, { input }, 'patients')).errors).toEqual([]);
  });
});

describe('a report', () => {
  const texts = { findings: '右肺上叶见部分实性结节，约14mm。', impression: '右肺上叶结节，建议增强CT。' };

  test('is signed by the expert who accepted, and only ever amended', async () => {
    const consultationId = await draft(huizhen);
    const { studyUid } = await storedStudy({ consultationId });
    const issue = (viewer = people.radiologist, more = {}) =>
      huizhen.ask(viewer, ISSUE, { input: { studyUid, ...texts, ...more } });
    expect((await issue(people.otherExpert)).codes).toEqual(['NOT_FOUND']);
    await invite(huizhen, consultationId, people.radiologist);
    expect((await issue()).codes).toEqual(['FORBIDDEN']);
    await step(huizhen, people.radiologist, 'acceptInvitation', { consultationId });
    expect((await issue(people.radiologist, { findings: ' ' })).errors[0]?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      fields: [{ path: 'findings' }],
    });
    expect((await issue(people.radiologist, { preliminary: true })).data['issueReport']).toMatchObject({
      status: 'PRELIMINARY',
      version: 1,
    });
    const final = await issue(people.radiologist, { idempotencyKey: 'final' });
    expect(final.data['issueReport']).toMatchObject({ status: 'FINAL', version: 2, ...texts });
    expect((await issue(people.radiologist, { idempotencyKey: 'final' })).data).toEqual(final.data);
    expect((await issue(people.radiologist, { preliminary: true })).codes).toEqual(['ILLEGAL_TRANSITION']);
    const amended = await issue(people.radiologist, { impression: '结节较前增大。' });
    expect(amended.data['issueReport']).toMatchObject({ status: 'AMENDED', version: 3 });

    for (const viewer of [people.requester, people.patient, people.radiologist]) {
      const { data } = await huizhen.ask(viewer, REPORTS, { uid: studyUid });
      expect(data['imagingStudy']).toMatchObject({
        reports: [
          {
            version: 3,
            status: 'AMENDED',
            impression: '结节较前增大。',
            signedBy: { id: people.radiologist.practitionerId },
            pdfUrl: null,
          },
          { version: 2, status: 'FINAL', impression: texts.impression },
          { version: 1, status: 'PRELIMINARY' },
        ],
      });
    }
    const events = await huizhen.sql(`SELECT payload FROM events.log WHERE type = 'imaging.report-issued'`);
    expect(events).toHaveLength(3);
    expect((await issue(people.requester)).codes).toEqual(['FORBIDDEN']);
  });

  test('of two that sign at once, one follows the other', async () => {
    const consultationId = await draft(huizhen);
    const { studyUid } = await storedStudy({ consultationId });
    await invite(huizhen, consultationId, people.radiologist);
    await step(huizhen, people.radiologist, 'acceptInvitation', { consultationId });
    const issue = () => huizhen.ask(people.radiologist, ISSUE, { input: { studyUid, ...texts } });
    const answers = await Promise.all(Array.from({ length: 5 }, issue));
    const versions = answers.map(({ data }) => (data['issueReport'] as { version: number }).version);
    expect(new Set(versions)).toEqual(new Set([1, 2, 3, 4, 5]));
  });

  test('cannot be changed or removed, not even by the subgraph itself', async () => {
    for (const statement of ['UPDATE imaging.reports SET version = 9', 'DELETE FROM imaging.reports'])
      await expect(huizhen.asApp({ service: 'imaging' }, statement)).rejects.toThrow(/permission denied/);
  });

  test('comes out of DIAGNOSIS consultations; in any other the expert signs an opinion', async () => {
    const consultationId = await draft(huizhen, 'CONSULTATION');
    const { studyUid } = await storedStudy({ consultationId });
    await invite(huizhen, consultationId, people.otherExpert);
    await step(huizhen, people.otherExpert, 'acceptInvitation', { consultationId });
    const answer = await huizhen.ask(people.otherExpert, ISSUE, { input: { studyUid, ...texts } });
    expect(answer.codes).toEqual(['FORBIDDEN']);
    expect(answer.errors[0]?.message).toMatch(/opinion/);
  });
});

describe('DICOMweb', () => {
  test('gives every file back as it came, by study, series and instance', async () => {
    const { studyUid, seriesUid, files } = await storedStudy({}, 3);
    const get = await dicomweb(studyUid);
    expect(await partsOf(await get(`/studies/${studyUid}`))).toEqual(files);
    expect(
      await partsOf(
        await get(`/studies/${studyUid}/series/${seriesUid}`, 'multipart/related; type="application/dicom"'),
      ),
    ).toEqual(files);
    const second = `/studies/${studyUid}/series/${seriesUid}/instances/${ctPhantomInstanceUid(seriesUid, 1)}`;
    const one = await get(second, 'application/dicom');
    expect(one.headers.get('content-type')).toBe('application/dicom; transfer-syntax=1.2.840.10008.1.2.1');
    expect(Buffer.from(await one.arrayBuffer())).toEqual(files[1]);
    expect((await get(second, 'image/png')).status).toBe(406);
    expect((await get(`/studies/${studyUid}/series/2.25.1.2.3`)).status).toBe(404);
  });

  test('searches within the study only', async () => {
    const { studyUid, seriesUid } = await storedStudy({}, 3);
    const get = await dicomweb(studyUid);
    const [study, ...more] = await json(await get('/studies'));
    expect(more).toEqual([]);
    expect(study?.['0020000D']?.Value).toEqual([studyUid]);
    expect(study?.['00100020']?.Value).toEqual(['HIS-4711']);
    expect(study?.['00201208']?.Value).toEqual([3]);
    expect(await json(await get('/studies?StudyDate=20250101-20251231'))).toEqual([]);
    expect(await json(await get('/studies?PatientName=canary*&ModalitiesInStudy=CT'))).toHaveLength(1);
    const [series] = await json(await get(`/studies/${studyUid}/series`));
    expect(series?.['0020000E']?.Value).toEqual([seriesUid]);
    const instances = await json(await get(`/studies/${studyUid}/series/${seriesUid}/instances`));
    expect(instances.map((instance) => instance['00200013']?.Value)).toEqual([[1], [2], [3]]);
    expect(await json(await get(`/studies/${studyUid}/instances?InstanceNumber=2`))).toHaveLength(1);
    expect(await json(await get(`/studies/${studyUid}/instances?limit=1&offset=1`))).toHaveLength(1);
    expect((await get('/studies?limit=many')).status).toBe(400);
  });

  test('gives metadata, single frames and pixel data', async () => {
    const { studyUid, seriesUid, files } = await storedStudy({}, 2);
    const get = await dicomweb(studyUid);
    const all = await json(await get(`/studies/${studyUid}/metadata`));
    expect(all).toHaveLength(2);
    const uid = ctPhantomInstanceUid(seriesUid, 0);
    const path = `/studies/${studyUid}/series/${seriesUid}/instances/${uid}`;
    const [metadata] = await json(await get(`${path}/metadata`, 'application/dicom+json'));
    const bulk = metadata['7FE00010']?.BulkDataURI;
    expect(bulk).toBe(`http://huizhen.test/dicom-web${path}/bulkdata/7FE00010`);
    const pixels = files[0]?.subarray(-128 * 128 * 2);
    const octets = 'multipart/related; type="application/octet-stream"; transfer-syntax=*';
    expect(await partsOf(await get(`${path}/frames/1`, octets))).toEqual([pixels]);
    expect(await partsOf(await get(`${path}/bulkdata/7FE00010`, octets))).toEqual([pixels]);
    const single = await get(`${path}/frames/1`, 'application/octet-stream');
    expect(Buffer.from(await single.arrayBuffer())).toEqual(pixels);
    for (const frames of ['2', '0', 'x']) expect((await get(`${path}/frames/${frames}`, octets)).status).toBe(404);
  });

  test('answers nobody without a token, with another study’s, or with one that has ended', async () => {
    const { studyUid } = await storedStudy();
    const other = await storedStudy();
    const get = await dicomweb(studyUid);
    expect((await huizhen.request(new Request(`http://huizhen.test/dicom-web/studies/${studyUid}`))).status).toBe(401);
    expect((await get(`/studies/${other.studyUid}`)).status).toBe(404);
    expect((await get(`/studies/${other.studyUid}/metadata`)).status).toBe(404);
    huizhen.later(11);
    expect((await get(`/studies/${studyUid}`)).status).toBe(401);
  });

  test('every upload, look and refusal is in the access log with whose token it was', async () => {
    const { studyUid } = await storedStudy();
    const get = await dicomweb(studyUid);
    await get(`/studies/${studyUid}/metadata`);
    await get('/studies/2.25.404');
    const entries = await huizhen.sql(
      `SELECT kind, action FROM audit.entries WHERE object_ids @> $1 AND patient_ids = $2 ORDER BY at`,
      [[studyUid, `account:${people.requester.subject}`], [patientId]],
    );
    expect(entries).toEqual([
      { kind: 'WRITE', action: 'imaging.open-dicomweb' },
      { kind: 'READ', action: 'imaging.view' },
      { kind: 'DENIAL', action: 'imaging.view' },
    ]);
    const uploads = await huizhen.sql(
      `SELECT 1 FROM audit.entries WHERE action = 'imaging.upload' AND kind = 'WRITE' AND $1 = ANY (object_ids)`,
      [`account:${people.requester.subject}`],
    );
    expect(uploads.length).toBeGreaterThan(0);
  });
});

test('other subgraphs learn which studies a patient has', async () => {
  const { studyUid } = await storedStudy();
  const service = {
    ...people.finance,
    subject: 'service:consultations',
    roles: [],
    institutionId: null,
    service: 'consultations',
  };
  const query = `query($id: ID!) { studiesOfPatient(patientId: $id) }`;
  expect((await huizhen.ask(service, query, { id: patientId })).data['studiesOfPatient']).toContain(studyUid);
  expect((await huizhen.ask(people.requesterElsewhere, query, { id: patientId })).data['studiesOfPatient']).toEqual([]);
});

test('dcmjs, which viewers are built on, reads what comes out', async () => {
  const { studyUid, seriesUid } = await storedStudy({}, 1);
  const get = await dicomweb(studyUid);
  const path = `/studies/${studyUid}/series/${seriesUid}/instances/${ctPhantomInstanceUid(seriesUid, 0)}`;
  const file = dcmjs.data.DicomMessage.readFile(await (await get(path, 'application/dicom')).arrayBuffer());
  const image = dcmjs.data.DicomMetaDictionary.naturalizeDataset(file.dict);
  expect(image).toMatchObject({ StudyInstanceUID: studyUid, PatientID: 'HIS-4711', Rows: 128 });
  const [found] = await json(await get('/studies'));
  expect(dcmjs.data.DicomMetaDictionary.naturalizeDataset(found ?? {})).toMatchObject({
    StudyInstanceUID: studyUid,
    StudyDescription: '胸部平扫（体模）',
    NumberOfStudyRelatedInstances: 1,
  });
  const [metadata] = await json(await get(`${path}/metadata`));
  expect(dcmjs.data.DicomMetaDictionary.naturalizeDataset(metadata ?? {})).toMatchObject({ Rows: 128, Modality: 'CT' });
});

test('200 MB go through the route to the disk, and never through memory', async () => {
  const { token } = await ticketFor(huizhen, { patientId });
  const before = process.memoryUsage().rss;
  let most = before;
  const measure = () => (most = Math.max(most, process.memoryUsage().rss));
  const answer = await huizhen.request(uploadRequest(token, largeUpload(200, measure)));
  expect(answer.status).toBe(200);
  expect(most - before).toBeLessThan(150_000_000);
  const rows = await huizhen.sql(`SELECT bytes::int FROM imaging.instances WHERE uid = '2.25.1'`);
  expect(rows[0]?.['bytes']).toBeGreaterThan(200 * 1024 * 1024);
});

test('the demo studies are stored once, for the consultations of the demo', async () => {
  await huizhen.loadDemo(['imaging']);
  const before = await contents();
  await huizhen.loadDemo(['imaging']);
  expect(await contents()).toEqual(before);
  const [row] = await huizhen.sql(
    `SELECT count(*)::int AS n FROM imaging.study_consultations l JOIN imaging.instances i USING (study_uid)
     WHERE l.consultation_id = ANY ($1)`,
    [[demoId('consultation', 18), demoId('consultation', 14)]],
  );
  expect(row).toEqual({ n: 48 });
});

/** One valid multi-frame file, made as it is read. */
function largeUpload(megabytes: number, progress: () => void): ReadableStream<Uint8Array> {
  async function* pieces(): AsyncGenerator<Uint8Array> {
    const frame = Buffer.alloc(1024 * 1024);
    const head = element(0x7fe0_0010, 'OW', '', frame.length * megabytes);
    const whole = part10(
      dataSet(...rowsAndColumns(512, 1024), [0x0028_0008, element(0x0028_0008, 'IS', String(megabytes))]),
    );
    yield Buffer.from(`\r\n--${boundary}\r\nContent-Type: application/dicom\r\n\r\n`);
    yield Buffer.concat([whole, head]);
    for (let at = 0; at < megabytes; at += 1) {
      progress();
      yield frame;
    }
    yield Buffer.from(`\r\n--${boundary}--`);
  }
  return ReadableStream.from(pieces());
}
