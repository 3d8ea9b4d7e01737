/** The attributes that a QIDO-RS search may match on (PS3.18 tables 10.6.1-5 and PS3.4 C.6.2.1), and how. */
import { tagNamed } from '../dicom/data-dictionary.ts';

/** `uid`: one or a list; `date`, `time`: one or a range; `text`: `*` and `?` are wildcards; `number`, `exact`: as they are. */
export type Matching = 'uid' | 'date' | 'time' | 'text' | 'number' | 'exact';

export const matchings = {
  StudyInstanceUID: 'uid',
  StudyDate: 'date',
  StudyTime: 'time',
  AccessionNumber: 'text',
  ModalitiesInStudy: 'exact',
  ReferringPhysicianName: 'text',
  PatientName: 'text',
  PatientID: 'text',
  StudyID: 'text',
  StudyDescription: 'text',
  Modality: 'exact',
  SeriesInstanceUID: 'uid',
  SeriesNumber: 'number',
  SeriesDescription: 'text',
  SOPClassUID: 'uid',
  SOPInstanceUID: 'uid',
  InstanceNumber: 'number',
} as const satisfies Record<string, Matching>;

export type QidoAttribute = keyof typeof matchings;

function isQidoAttribute(name: string): name is QidoAttribute {
  return Object.hasOwn(matchings, name);
}

const byTag = new Map(Object.keys(matchings).map((name) => [tagNamed(name), name]));

/** The attribute behind `StudyDate` or `00080020`; undefined when we do not match on it. */
export function qidoAttribute(name: string): QidoAttribute | undefined {
  const tag = tagNamed(name);
  const keyword = tag === undefined ? undefined : byTag.get(tag);
  return keyword !== undefined && isQidoAttribute(keyword) ? keyword : undefined;
}
