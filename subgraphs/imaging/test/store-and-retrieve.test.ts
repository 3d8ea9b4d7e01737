import { expect, test } from 'vitest';
import { LocalArchive } from '../src/archive/local-archive.ts';
import { checkDicomFile } from '../src/dicom/check-dicom-file.ts';
import { failureReasonOf, failureReasons } from '../src/dicomweb/failure-reasons.ts';
import { multipartParts } from '../src/dicomweb/multipart-related.ts';
import { multipartResponse, type OutgoingPart } from '../src/dicomweb/multipart-response.ts';
import { stowResponse, type RefusedInstance, type StoredInstance } from '../src/dicomweb/stow-response.ts';
import { ctPhantom, ctPhantomInstanceUid } from '../src/phantom/ct-phantom.ts';
import { boundary, chunked, collect, multipartBody } from './multipart.ts';
import { part10, scratchDirectory } from './part10.ts';

const study = {
  studyUid: '2.25.10',
  seriesUid: '2.25.11',
  patientId: 'PHANTOM-1',
  patientName: 'Wang^Xiaoming=王^小明',
  startedAt: new Date('2026-03-04T05:06:07Z'),
};

/** What a store route does with each part. */
async function storeAll(archive: LocalArchive, body: AsyncIterable<Uint8Array>) {
  const stored: StoredInstance[] = [];
  const refused: RefusedInstance[] = [];
  for await (const part of multipartParts(body, boundary)) {
    const quarantined = await archive.receive(part.body);
    try {
      const checked = await checkDicomFile(quarantined.path);
      await archive.keep(quarantined, checked);
      stored.push({ ...checked.instance, retrieveUrl: `/studies/${checked.instance.studyUid}` });
    } catch (error) {
      await archive.discard(quarantined);
      const reason = failureReasonOf(error);
      if (reason === undefined) throw error;
      refused.push({ reason });
    }
  }
  return stowResponse({ stored, refused });
}

test('a series goes in with junk between, and comes out as it was', async () => {
  await using directory = await scratchDirectory();
  let last = 0;
  const archive = new LocalArchive({ directory: directory.path, maxBytes: 2 ** 30, newId: () => `${(last += 1)}` });
  const files = ctPhantom({ ...study, slices: 24 });
  const lying = part10().subarray(0, -1);
  const upload = multipartBody([...files, lying, Buffer.from('junk')].map((body) => ({ headers: {}, body })));

  const answer = await storeAll(archive, chunked(upload, [4096, 7, 65_536]));
  expect(answer.status).toBe(202);
  expect(answer.body['00081199']?.Value).toHaveLength(24);
  const failure = { '00081197': { vr: 'US', Value: [failureReasons.cannotUnderstand] } };
  expect(answer.body['0008119A']?.Value).toEqual([failure, failure]);
  expect((await storeAll(archive, chunked(upload, [9999]))).body).toEqual(answer.body);

  async function* parts(): AsyncGenerator<OutgoingPart> {
    for (const index of files.keys()) {
      const uid = ctPhantomInstanceUid(study.seriesUid, index);
      yield { contentType: 'application/dicom', open: () => archive.open(uid) };
    }
  }
  const received: Buffer[] = [];
  for await (const part of multipartParts(multipartResponse(parts(), boundary).body, boundary)) {
    received.push(await collect(part.body));
  }
  expect(received).toEqual(files);
});
