/** Who sees which study, for how long, and what a viewer reads of it over DICOMweb. */
import { demoId } from '@huizhen/schema/demo-ids';
import dcmjs from 'dcmjs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ctPhantomInstanceUid } from '../src/phantom/ct-phantom.ts';
import { draft, invite, openImaging, patientId, people, step, type OpenImaging } from './given.ts';
import { imagesIn, json, OPEN, partsOf, REPORTS, STUDY } from './stored-study.ts';

let huizhen: OpenImaging;
beforeAll(async () => {
  huizhen = await openImaging();
}, 120_000);
afterAll(() => huizhen.close());
const { storedStudy, dicomweb } = imagesIn(() => huizhen);

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
    const [metadata = {}] = await json(await get(`${path}/metadata`, 'application/dicom+json'));
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

test('dcmjs, which viewers are built on, reads what comes out', async () => {
  const { studyUid, seriesUid } = await storedStudy({}, 1);
  const get = await dicomweb(studyUid);
  const path = `/studies/${studyUid}/series/${seriesUid}/instances/${ctPhantomInstanceUid(seriesUid, 0)}`;
  const file = dcmjs.data.DicomMessage.readFile(await (await get(path, 'application/dicom')).arrayBuffer());
  const image = dcmjs.data.DicomMetaDictionary.naturalizeDataset(file.dict);
  expect(image).toMatchObject({ StudyInstanceUID: studyUid, PatientID: 'HIS-4711', Rows: 128 });
  const [found = {}] = await json(await get('/studies'));
  expect(dcmjs.data.DicomMetaDictionary.naturalizeDataset(found)).toMatchObject({
    StudyInstanceUID: studyUid,
    StudyDescription: '胸部平扫（体模）',
    NumberOfStudyRelatedInstances: 1,
  });
  const [metadata = {}] = await json(await get(`${path}/metadata`));
  expect(dcmjs.data.DicomMetaDictionary.naturalizeDataset(metadata)).toMatchObject({ Rows: 128, Modality: 'CT' });
});
