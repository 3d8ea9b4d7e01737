/** Single attributes of the DICOM JSON model, written by hand for answers that no file holds. */
import type { DicomJson, DicomJsonElement, DicomJsonValue } from '../dicom/dicom-json.ts';
import { personName } from '../dicom/person-name.ts';

/** An absent value is an attribute without `Value` (PS3.18 F.2.5). */
export function attribute(vr: string, ...values: (DicomJsonValue | undefined)[]): DicomJsonElement {
  const present = values.flatMap((value) => (value === undefined || value === '' ? [] : [value]));
  return present.length === 0 ? { vr } : { vr, Value: present };
}

export function sequence(items: readonly DicomJson[]): DicomJsonElement {
  return attribute('SQ', ...items);
}

export function nameAttribute(name: string | undefined): DicomJsonElement {
  return attribute('PN', name === undefined ? undefined : personName(name));
}
