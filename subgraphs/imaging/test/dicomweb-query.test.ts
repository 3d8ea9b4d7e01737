import { describe, expect, test } from 'vitest';
import { checkDicomFile } from '../src/dicom/check-dicom-file.ts';
import { withAbsoluteBulkData } from '../src/dicomweb/absolute-bulk-data.ts';
import { meets, parseMatch } from '../src/dicomweb/attribute-match.ts';
import { InvalidQuery } from '../src/dicomweb/dicomweb-errors.ts';
import { parseQidoQuery } from '../src/dicomweb/qido-query.ts';
import { instanceAttributes, seriesAttributes, studyAttributes } from '../src/dicomweb/qido-response.ts';
import { negotiateRetrieve, takesDicomJson, takesTransferSyntax } from '../src/dicomweb/retrieve-accept.ts';
import { dataSet, part10, rowsAndColumns, scratchFile } from './part10.ts';

test('a search is read by keyword and by tag, percent-encoded, with its page and fields', () => {
  const query = parseQidoQuery(
    'StudyDate=20260101-20260131&00100020=P%2A&0020000D=1.2%2C1.3&ModalitiesInStudy=CT,MR&PatientName=%E7%8E%8B*' +
      '&limit=10&offset=20&includefield=00081030,StudyTime&fuzzymatching=true',
  );
  expect(query).toEqual({
    matches: {
      StudyDate: { kind: 'range', from: '20260101', to: '20260131' },
      PatientID: { kind: 'pattern', pattern: 'P*' },
      StudyInstanceUID: { kind: 'anyOf', values: ['1.2', '1.3'] },
      ModalitiesInStudy: { kind: 'anyOf', values: ['CT', 'MR'] },
      PatientName: { kind: 'pattern', pattern: '王*' },
    },
    limit: 10,
    offset: 20,
    includeFields: ['00081030', '00080030'],
    ignored: ['fuzzymatching'],
  });
});

test('without parameters everything matches, a page at a time; a page has an upper limit', () => {
  expect(parseQidoQuery('')).toEqual({ matches: {}, limit: 100, offset: 0, includeFields: [], ignored: [] });
  expect(parseQidoQuery('?limit=999999&includefield=all&PatientID=')).toMatchObject({
    limit: 1000,
    includeFields: 'all',
    matches: {},
  });
});

test('all faults of a search come at once', () => {
  const faulty = () => parseQidoQuery('StudyDate=January&StudyInstanceUID=../x&limit=-1&includefield=nonsense%20field');
  expect(faulty).toThrow(InvalidQuery);
  expect(faulty).toThrow(/limit .*includefield .*StudyDate.*StudyInstanceUID/);
  expect(() => parseQidoQuery('PatientID=%zz')).toThrow(InvalidQuery);
  expect(() => parseQidoQuery('PatientID=%ff')).toThrow(InvalidQuery);
});

describe('a condition is met', () => {
  test.each([
    ['date', '20260105', '20260105', true],
    ['date', '20260105', '20260106', false],
    ['date', '20260101-', '20270101', true],
    ['date', '-20260101', '20251231', true],
    ['date', '-20260101', '20260102', false],
    ['time', '10-1130', '113059.5', true],
    ['time', '10-1130', '1131', false],
    ['text', 'wang^*', 'Wang^Li', true],
    ['text', 'Wang.?i', 'Wang^Li', false],
    ['text', 'W?ng', 'Wang', true],
    ['number', '007', '7', true],
    ['uid', '1.2,1.3', '1.3', true],
    ['exact', 'CT', 'CTX', false],
  ] as const)('%s %s by %s: %s', (matching, asked, value, expected) => {
    const match = parseMatch(matching, asked);
    expect(match && meets(match, value)).toBe(expected);
  });
});

test('a study shows what the standard asks for, absent values without Value', () => {
  const study = studyAttributes('https://example.org/dicom-web', {
    studyUid: '1.2',
    studyDate: '20260304',
    studyTime: undefined,
    studyId: undefined,
    studyDescription: '胸部平扫',
    accessionNumber: undefined,
    referringPhysicianName: undefined,
    patientId: 'P1',
    patientName: 'Wang^Li=王^丽',
    patientBirthDate: undefined,
    patientSex: 'F',
    modalities: ['CT', 'SR'],
    seriesCount: 2,
    instanceCount: 25,
  });
  expect(study).toMatchObject({
    '00080030': { vr: 'TM' },
    '00080061': { vr: 'CS', Value: ['CT', 'SR'] },
    '00081190': { vr: 'UR', Value: ['https://example.org/dicom-web/studies/1.2'] },
    '00100010': { vr: 'PN', Value: [{ Alphabetic: 'Wang^Li', Ideographic: '王^丽' }] },
    '00201208': { vr: 'IS', Value: [25] },
  });
  const series = { studyUid: '1.2', seriesUid: '1.3', modality: 'CT', seriesNumber: 0, seriesDescription: undefined };
  expect(seriesAttributes('/r', { ...series, bodyPart: undefined, instanceCount: 1 })).toMatchObject({
    '00200011': { vr: 'IS', Value: [0] },
    '0008103E': { vr: 'LO' },
  });
});

test('an instance shows its place, its size and the syntax it is stored in', async () => {
  await using file = await scratchFile(part10(dataSet(...rowsAndColumns(2, 3))));
  const { instance } = await checkDicomFile(file.path);
  expect(instanceAttributes('/r', instance)).toMatchObject({
    '00080018': { vr: 'UI', Value: ['2.25.1'] },
    '00081190': { vr: 'UR', Value: ['/r/studies/2.25.2/series/2.25.3/instances/2.25.1'] },
    '00083002': { vr: 'UI', Value: ['1.2.840.10008.1.2.1'] },
    '00280010': { vr: 'US', Value: [2] },
    '00280011': { vr: 'US', Value: [3] },
  });
});

describe('retrieving', () => {
  test.each([
    [undefined, { form: 'multipart', transferSyntaxes: '*' }],
    ['*/*', { form: 'multipart', transferSyntaxes: '*' }],
    ['multipart/related; type="application/dicom"; transfer-syntax=*', { form: 'multipart', transferSyntaxes: '*' }],
    [
      'multipart/related; type=application/dicom; transfer-syntax=1.2.840.10008.1.2.1',
      { form: 'multipart', transferSyntaxes: ['1.2.840.10008.1.2.1'] },
    ],
    [
      'application/dicom;q=0.9, multipart/related;type="application/dicom";q=0.5',
      { form: 'single', transferSyntaxes: '*' },
    ],
    ['multipart/related; type="image/jpeg"', undefined],
    ['text/html', undefined],
  ])('with Accept %s', (accept, expected) => {
    expect(negotiateRetrieve(accept)).toEqual(expected);
  });

  test('stored files are sent only in a syntax that was asked for', () => {
    const form = { form: 'multipart', transferSyntaxes: ['1.2.840.10008.1.2.1'] } as const;
    expect(takesTransferSyntax(form, '1.2.840.10008.1.2.1')).toBe(true);
    expect(takesTransferSyntax(form, '1.2.840.10008.1.2.4.90')).toBe(false);
    expect(takesDicomJson('application/dicom+json, */*;q=0')).toBe(true);
    expect(takesDicomJson('application/dicom+xml')).toBe(false);
  });
});

test('bulk data of stored metadata get their full address, in sequences too', () => {
  const metadata = {
    '00081140': { vr: 'SQ', Value: [{ '7FE00010': { vr: 'OW', BulkDataURI: 'bulkdata/00081140/0/7FE00010' } }] },
    '7FE00010': { vr: 'OW', BulkDataURI: 'bulkdata/7FE00010' },
  };
  expect(JSON.stringify(withAbsoluteBulkData(metadata, '/i'))).toBe(
    JSON.stringify(metadata).replaceAll('bulkdata', '/i/bulkdata'),
  );
});
