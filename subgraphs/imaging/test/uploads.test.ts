/** What is stored of an upload, what is refused, and who may send one. */
import { createHash } from 'node:crypto';
import { demoId } from '@huizhen/schema/demo-ids';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DicomJson } from '../src/dicom/dicom-json.ts';
import { failureReasons } from '../src/dicomweb/failure-reasons.ts';
import { ctPhantom } from '../src/phantom/ct-phantom.ts';
import {
  draft,
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
import { boundary, multipartBody } from './multipart.ts';
import { dataSet, element, part10, rowsAndColumns } from './part10.ts';
import { imagesIn, phantom, STUDY } from './stored-study.ts';

let huizhen: OpenImaging;
beforeAll(async () => {
  huizhen = await openImaging();
}, 120_000);
afterAll(() => huizhen.close());
const { storedStudy, contents, announced } = imagesIn(() => huizhen);

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
