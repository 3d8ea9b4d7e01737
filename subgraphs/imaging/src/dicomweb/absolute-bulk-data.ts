/** Stored metadata name bulk data relative to their instance; an answer names them by full URL (PS3.18 F.2.6). */
import type { DicomJson, DicomJsonElement } from '../dicom/dicom-json.ts';

/** @param instanceUrl `…/instances/<uid>`, without a slash at its end */
export function withAbsoluteBulkData(metadata: DicomJson, instanceUrl: string): DicomJson {
  return Object.fromEntries(Object.entries(metadata).map(([tag, element]) => [tag, absolute(element, instanceUrl)]));
}

function absolute(element: DicomJsonElement, instanceUrl: string): DicomJsonElement {
  if (element.BulkDataURI !== undefined) return { ...element, BulkDataURI: `${instanceUrl}/${element.BulkDataURI}` };
  if (element.vr !== 'SQ' || !element.Value) return element;
  return {
    ...element,
    Value: element.Value.map((item) => (isItem(item) ? withAbsoluteBulkData(item, instanceUrl) : item)),
  };
}

function isItem(value: unknown): value is DicomJson {
  return typeof value === 'object' && value !== null;
}
