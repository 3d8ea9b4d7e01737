/** A CT series of nobody: for demonstrations, tests and the seed data, as valid files without a real patient in them. */
import dcmjs from 'dcmjs';
import { explicitLittleEndianUid } from '../dicom/transfer-syntaxes.ts';
import { hounsfieldAt } from './phantom-body.ts';
import { seededUid } from './seeded-uid.ts';

export interface CtPhantom {
  studyUid: string;
  seriesUid: string;
  patientId: string;
  /** As DICOM writes it, `Wang^Xiaoming=王^小明`. */
  patientName: string;
  startedAt: Date;
  slices?: number;
}

const side = 128;
const millimetresPerPixel = 2.8;
const sliceThickness = 5;
const rescaleIntercept = -1024;
const ctImageStorage = '1.2.840.10008.5.1.4.1.1.2';
const { DicomDict, DicomMetaDictionary } = dcmjs.data;

/** One Part 10 file per slice, from the feet up; the same input gives the same bytes. */
export function ctPhantom({ slices = 24, ...phantom }: CtPhantom): Buffer[] {
  return Array.from({ length: slices }, (_, index) =>
    slice(phantom, index, (index - (slices - 1) / 2) * sliceThickness),
  );
}

/** The instance UID of a slice, counted from 0. */
export function ctPhantomInstanceUid(seriesUid: string, index: number): string {
  return seededUid(`${seriesUid}/${index + 1}`);
}

function slice(phantom: CtPhantom, index: number, z: number): Buffer {
  const sopInstanceUid = ctPhantomInstanceUid(phantom.seriesUid, index);
  const file = new DicomDict(fileMeta(sopInstanceUid));
  file.dict = DicomMetaDictionary.denaturalizeDataset({
    ...patientAndStudy(phantom),
    ...image(z),
    SOPInstanceUID: sopInstanceUid,
    InstanceNumber: index + 1,
    PixelData: [pixels(z)],
    _vrMap: { PixelData: 'OW' },
  });
  return Buffer.from(file.write());
}

function fileMeta(sopInstanceUid: string): object {
  return DicomMetaDictionary.denaturalizeDataset({
    FileMetaInformationVersion: [new Uint8Array([0, 1]).buffer],
    MediaStorageSOPClassUID: ctImageStorage,
    MediaStorageSOPInstanceUID: sopInstanceUid,
    TransferSyntaxUID: explicitLittleEndianUid,
    ImplementationClassUID: seededUid('huizhen'),
    ImplementationVersionName: 'HUIZHEN',
  });
}

function patientAndStudy({ studyUid, seriesUid, patientId, patientName, startedAt }: CtPhantom): object {
  const [date = '', time = ''] = startedAt.toISOString().replaceAll(/[-:]/g, '').split('T');
  return {
    SpecificCharacterSet: 'ISO_IR 192',
    SOPClassUID: ctImageStorage,
    StudyDate: date,
    StudyTime: time.slice(0, 6),
    TimezoneOffsetFromUTC: '+0000',
    AccessionNumber: '',
    Modality: 'CT',
    Manufacturer: 'Huizhen',
    ReferringPhysicianName: '',
    StudyDescription: '胸部平扫（体模）',
    SeriesDescription: '轴位 5mm',
    PatientName: patientName,
    PatientID: patientId,
    PatientBirthDate: '',
    PatientSex: 'O',
    StudyInstanceUID: studyUid,
    SeriesInstanceUID: seriesUid,
    FrameOfReferenceUID: seededUid(`${studyUid}/frame`),
    StudyID: '1',
    SeriesNumber: 1,
    BodyPartExamined: 'CHEST',
  };
}

function image(z: number): object {
  const corner = (-(side - 1) / 2) * millimetresPerPixel;
  return {
    ImageType: ['DERIVED', 'SECONDARY', 'AXIAL'],
    SliceThickness: sliceThickness,
    KVP: 120,
    ImagePositionPatient: [corner, corner, z].map((value) => value.toFixed(1)),
    ImageOrientationPatient: [1, 0, 0, 0, 1, 0],
    PositionReferenceIndicator: '',
    PatientPosition: 'HFS',
    AcquisitionNumber: 1,
    SamplesPerPixel: 1,
    PhotometricInterpretation: 'MONOCHROME2',
    Rows: side,
    Columns: side,
    PixelSpacing: [millimetresPerPixel, millimetresPerPixel],
    BitsAllocated: 16,
    BitsStored: 16,
    HighBit: 15,
    PixelRepresentation: 0,
    WindowCenter: 40,
    WindowWidth: 400,
    RescaleIntercept: rescaleIntercept,
    RescaleSlope: 1,
    RescaleType: 'HU',
  };
}

function pixels(z: number): ArrayBuffer {
  const view = new DataView(new ArrayBuffer(side * side * 2));
  const millimetres = (pixel: number) => (pixel - (side - 1) / 2) * millimetresPerPixel;
  for (let row = 0; row < side; row += 1) {
    for (let column = 0; column < side; column += 1) {
      const at = row * side + column;
      const hounsfield = hounsfieldAt({ x: millimetres(column), y: millimetres(row), z }) + grain(at, z);
      view.setUint16(at * 2, Math.round(hounsfield - rescaleIntercept), true);
    }
  }
  return view.buffer;
}

/** ±12 HU of repeatable grain (an integer hash), so that it does not look like a drawing. */
function grain(at: number, z: number): number {
  let mixed = Math.imul(at + 1, 0x9e37_79b1) ^ Math.imul(Math.round(z * 2) + 4096, 0x85eb_ca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0xc2b2_ae35);
  return (((mixed ^ (mixed >>> 13)) >>> 0) % 25) - 12;
}
