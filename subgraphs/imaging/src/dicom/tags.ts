/** The DICOM tags this service looks at, as 32-bit numbers (group in the upper half). */

export const tags = {
  fileMetaGroupLength: 0x0002_0000,
  mediaStorageSopClassUid: 0x0002_0002,
  mediaStorageSopInstanceUid: 0x0002_0003,
  transferSyntaxUid: 0x0002_0010,
  specificCharacterSet: 0x0008_0005,
  sopClassUid: 0x0008_0016,
  sopInstanceUid: 0x0008_0018,
  studyDate: 0x0008_0020,
  studyTime: 0x0008_0030,
  accessionNumber: 0x0008_0050,
  modality: 0x0008_0060,
  referringPhysicianName: 0x0008_0090,
  timezoneOffset: 0x0008_0201,
  studyDescription: 0x0008_1030,
  seriesDescription: 0x0008_103e,
  availableTransferSyntaxUid: 0x0008_3002,
  patientName: 0x0010_0010,
  patientId: 0x0010_0020,
  patientBirthDate: 0x0010_0030,
  patientSex: 0x0010_0040,
  bodyPartExamined: 0x0018_0015,
  studyInstanceUid: 0x0020_000d,
  seriesInstanceUid: 0x0020_000e,
  studyId: 0x0020_0010,
  seriesNumber: 0x0020_0011,
  instanceNumber: 0x0020_0013,
  samplesPerPixel: 0x0028_0002,
  photometricInterpretation: 0x0028_0004,
  numberOfFrames: 0x0028_0008,
  rows: 0x0028_0010,
  columns: 0x0028_0011,
  bitsAllocated: 0x0028_0100,
  pixelRepresentation: 0x0028_0103,
  floatPixelData: 0x7fe0_0008,
  doubleFloatPixelData: 0x7fe0_0009,
  pixelData: 0x7fe0_0010,
  trailingPadding: 0xfffc_fffc,
  item: 0xfffe_e000,
  itemDelimitation: 0xfffe_e00d,
  sequenceDelimitation: 0xfffe_e0dd,
} as const;

/** `00080018`, the key of the DICOM JSON model. */
export function tagKey(tag: number): string {
  return tag.toString(16).toUpperCase().padStart(8, '0');
}

/** `(0008,0018)`, as people write it. */
export function tagText(tag: number): string {
  const key = tagKey(tag);
  return `(${key.slice(0, 4)},${key.slice(4)})`;
}

export function groupOf(tag: number): number {
  return tag >>> 16;
}

export function isPrivate(tag: number): boolean {
  return groupOf(tag) % 2 === 1;
}
