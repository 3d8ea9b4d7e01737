/** The answer to a STOW-RS store (PS3.18 10.5.3, I.2): what was kept, what was refused and why. */
import type { DicomJson } from '../dicom/dicom-json.ts';
import type { FailureReason } from './failure-reasons.ts';
import { attribute, sequence } from './json-attribute.ts';

export interface StoredInstance {
  sopClassUid: string;
  sopInstanceUid: string;
  retrieveUrl: string;
}

/** Without both UIDs the part could not be read so far as to name it. */
export interface RefusedInstance {
  sopClassUid?: string | undefined;
  sopInstanceUid?: string | undefined;
  reason: FailureReason;
}

export interface StowOutcome {
  /** The study's URL, when all parts were of one study. */
  studyUrl?: string | undefined;
  stored: readonly StoredInstance[];
  refused: readonly RefusedInstance[];
}

export interface StowAnswer {
  status: 200 | 202 | 400 | 409;
  body: DicomJson;
}

export function stowResponse({ studyUrl, stored, refused }: StowOutcome): StowAnswer {
  const named = refused.filter((part) => part.sopInstanceUid !== undefined && part.sopClassUid !== undefined);
  const nameless = refused.filter((part) => !named.includes(part));
  const body = {
    ...(studyUrl !== undefined && { '00081190': attribute('UR', studyUrl) }),
    ...(named.length > 0 && { '00081198': sequence(named.map(failedItem)) }),
    ...(stored.length > 0 && { '00081199': sequence(stored.map(referencedItem)) }),
    ...(nameless.length > 0 && { '0008119A': sequence(nameless.map(otherFailure)) }),
  };
  return { status: statusOf(stored.length, refused.length), body };
}

/** Everything stored, something, nothing, or there was nothing to store. */
function statusOf(stored: number, refused: number): StowAnswer['status'] {
  if (stored + refused === 0) return 400;
  if (refused === 0) return 200;
  return stored > 0 ? 202 : 409;
}

function referencedItem({ sopClassUid, sopInstanceUid, retrieveUrl }: StoredInstance): DicomJson {
  return {
    '00081150': attribute('UI', sopClassUid),
    '00081155': attribute('UI', sopInstanceUid),
    '00081190': attribute('UR', retrieveUrl),
  };
}

function failedItem({ sopClassUid, sopInstanceUid, reason }: RefusedInstance): DicomJson {
  return {
    '00081150': attribute('UI', sopClassUid),
    '00081155': attribute('UI', sopInstanceUid),
    '00081197': attribute('US', reason),
  };
}

function otherFailure({ reason }: RefusedInstance): DicomJson {
  return { '00081197': attribute('US', reason) };
}
