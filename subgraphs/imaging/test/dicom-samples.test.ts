import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkDicomFile } from '../src/dicom/check-dicom-file.ts';
import { MalformedDicom } from '../src/dicom/malformed-dicom.ts';
import { noSharedData, sharedFile, sharedFiles } from './shared-data.ts';

async function verdict(file: string): Promise<string> {
  return checkDicomFile(sharedFile(file)).then(
    () => 'accepted',
    (error: unknown) => (error instanceof MalformedDicom ? error.reason : String(error)),
  );
}

/** Folders of devices' files are accepted but for these; of malformed and hostile files, each has its verdict. */
const verdicts: Record<string, string> = {
  'modality/rtstruct.dcm': 'NOT_PART_10', // a bare data set without preamble and head
  'charset/empty_charset_LEI.dcm': 'MISSING_ATTRIBUTE', // one patient's data, no UIDs: not an instance
  'malformed/DICOMDIR': 'MISSING_ATTRIBUTE', // a directory of files, not an instance
  'malformed/ExplVR_BigEndNoMeta.dcm': 'NOT_PART_10',
  'malformed/JPEG-lossy.dcm': 'accepted', // well formed; a decoder's problem
  'malformed/JPEG2000-embedded-sequence-delimiter.dcm': 'accepted', // the delimiter is inside a fragment, its length is true
  'malformed/MR_truncated.dcm': 'LENGTH',
  'malformed/UN_sequence.dcm': 'MISSING_ATTRIBUTE', // the sequence is walked, but there are no UIDs
  'malformed/badVR.dcm': 'PIXEL_DATA', // "1A" frames
  'malformed/derived_cut_at_132.dcm': 'TRUNCATED',
  'malformed/derived_cut_mid_pixels.dcm': 'LENGTH',
  'malformed/derived_preamble_only_text.dcm': 'FILE_META',
  'malformed/meta_missing_tsyntax.dcm': 'MISSING_ATTRIBUTE',
  'malformed/no-pixel-data.dcm': 'accepted', // a structured report, which has none
  'malformed/no_meta.dcm': 'NOT_PART_10',
  'malformed/priv_SQ.dcm': 'MISSING_ATTRIBUTE', // no UIDs
  'hostile/2017-06-27-XSSInjection.dcm': 'accepted', // markup in a name is a name; whoever shows it escapes it
  'hostile/2026-03-16-OD-OF-OL.dcm': 'accepted', // rare representations, correctly written
  'hostile/2026-05-26-oob-monochrome-65535.dcm': 'PIXEL_DATA', // 65535 x 65535 announced, 256 bytes there
  'hostile/PatientIdsCollision-Image1.dcm': 'MISSING_ATTRIBUTE', // no modality
  'hostile/PatientIdsCollision-Image2.dcm': 'MISSING_ATTRIBUTE',
  'hostile/PatientIdsCollision-Image3.dcm': 'MISSING_ATTRIBUTE',
  'hostile/UnknownSopClassUid.dcm': 'accepted', // private classes are stored, only not shown
};

describe.each(['modality', 'syntax', 'charset', 'multiframe', 'malformed', 'hostile'])('sample files: %s', (folder) => {
  test('have their verdicts', async ({ skip }) => {
    skip(noSharedData !== undefined, noSharedData);
    const files = sharedFiles(folder);
    const found = await Promise.all(files.map(async (file) => [file, await verdict(file)] as const));
    expect(Object.fromEntries(found)).toEqual(
      Object.fromEntries(files.map((file) => [file, verdicts[file] ?? 'accepted'])),
    );
  });
});

describe('a name is read by its character set:', () => {
  test.for([
    ['chrFrenMulti.dcm', 'Buc^Jérôme'],
    ['chrH31.dcm', 'Yamada^Tarou=山田^太郎=やまだ^たろう'],
    ['chrI2.dcm', 'Hong^Gildong=洪^吉洞=홍^길동'],
    ['chrKoreanMulti.dcm', '김희중'],
    ['chrX1.dcm', 'Wang^XiaoDong=王^小東'],
    ['chrX2.dcm', 'Wang^XiaoDong=王^小东'],
    ['derived_gbk.dcm', 'Zhu^Rongji=朱^镕基'],
    ['derived_nocharset_gbk.dcm', '韩^梅梅'],
    ['derived_utf8.dcm', 'Ouyang^Nana=欧阳^娜娜=ouyang^nana'],
  ])('%s', async ([file, name], { skip }) => {
    skip(noSharedData !== undefined, noSharedData);
    const { instance } = await checkDicomFile(sharedFile(`charset/${file}`));
    expect(instance.patientName).toBe(name);
  });
});

test('one image in every transfer syntax says the same of itself', async ({ skip }) => {
  skip(noSharedData !== undefined, noSharedData);
  const files = sharedFiles('syntax').filter((file) => basename(file).startsWith('CTImage_'));
  const checked = await Promise.all(files.map((file) => checkDicomFile(sharedFile(file))));
  for (const { instance } of checked) {
    expect(instance).toMatchObject({ patientName: 'MISTER^CT', rows: 512, columns: 512, modality: 'CT' });
  }
  expect(new Set(checked.map(({ instance }) => instance.transferSyntaxUid)).size).toBe(files.length);
});
