/** The transfer syntaxes of PS3.6 table A-1 and how each one writes a data set. */

export interface Encoding {
  readonly explicit: boolean;
  readonly littleEndian: boolean;
}

export interface TransferSyntax extends Encoding {
  readonly uid: string;
  readonly deflated: boolean;
  /** Pixel data come as fragments. */
  readonly encapsulated: boolean;
  /** One fragment may hold all frames (MPEG, HEVC). */
  readonly video: boolean;
}

const standard = '1.2.840.10008.1.2';
export const explicitLittleEndianUid = `${standard}.1`;
export const implicitLittleEndian: Encoding = { explicit: false, littleEndian: true };
export const explicitLittleEndian: Encoding = { explicit: true, littleEndian: true };

const plain = { explicit: true, littleEndian: true, deflated: false, encapsulated: false, video: false };

const jpegFamily = [50, 51, 53, 55, 57, 70, 80, 81, 90, 91, 92, 93, 94, 110, 111, 112, 201, 202, 203];
const videoFamily = ['100', '100.1', '101', '101.1', '102', '102.1', '103', '103.1', '104', '104.1', '105', '105.1'];
const moreVideo = ['106', '106.1', '107', '108'];

const known: readonly TransferSyntax[] = [
  { ...plain, uid: standard, explicit: false },
  { ...plain, uid: explicitLittleEndianUid },
  { ...plain, uid: `${standard}.1.98`, encapsulated: true },
  { ...plain, uid: `${standard}.1.99`, deflated: true },
  { ...plain, uid: `${standard}.2`, littleEndian: false },
  { ...plain, uid: `${standard}.5`, encapsulated: true },
  { ...plain, uid: `${standard}.8.1`, encapsulated: true },
  ...jpegFamily.map((number) => ({ ...plain, uid: `${standard}.4.${number}`, encapsulated: true })),
  ...[...videoFamily, ...moreVideo].map((end) => ({
    ...plain,
    uid: `${standard}.4.${end}`,
    encapsulated: true,
    video: true,
  })),
];

const byUid = new Map(known.map((syntax) => [syntax.uid, syntax]));

/** Undefined for a private or unheard-of syntax: its data set cannot be checked, so it is not stored. */
export function findTransferSyntax(uid: string): TransferSyntax | undefined {
  return byUid.get(uid);
}
