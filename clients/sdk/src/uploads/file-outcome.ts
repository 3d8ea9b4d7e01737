/** What the answer to a store (PS3.18 10.5.3) says of each file. */
import { recordIn, recordsIn, type Json } from '../json.ts';

export interface FileOutcome {
  readonly name: string;
  readonly stored: boolean;
  /** Of what was stored. */
  readonly studyUid: string | null;
  readonly instanceUid: string | null;
  /** Why not, in words; null for what was stored. */
  readonly because: string | null;
}

export interface Sent {
  readonly name: string;
  readonly uids: readonly string[];
}

const FAILED = '00081198';
const STORED = '00081199';
const NAMELESS = '0008119A';
const INSTANCE_UID = '00081155';
const RETRIEVE_URL = '00081190';
const REASON = '00081197';

const reasons: Readonly<Record<number, string>> = {
  0x0110: 'Processing failed: send it again.',
  0x0111: 'Another object has this instance UID already.',
  0x0122: 'This SOP class is not supported.',
  0x0124: 'Not allowed, or the image is another patient’s already.',
  0xa700: 'Out of space, or the file is too large.',
  0xa900: 'It does not belong to this study.',
  0xc000: 'Malformed, or no DICOM file.',
  0xc122: 'This transfer syntax is not supported.',
};

export function outcomesIn(answer: Json, files: readonly Sent[]): FileOutcome[] {
  const stored = new Map(
    sequence(answer, STORED).map((item) => [first(item, INSTANCE_UID), first(item, RETRIEVE_URL)]),
  );
  const failed = new Map(sequence(answer, FAILED).map((item) => [first(item, INSTANCE_UID), inWords(item)]));
  const nameless = [...new Set(sequence(answer, NAMELESS).map(inWords))].join(' ');
  return files.map(({ name, uids }) => {
    const because = uids.map((uid) => failed.get(uid)).find((one) => one !== undefined);
    const instanceUid = uids.find((uid) => stored.has(uid)) ?? null;
    if (because !== undefined || instanceUid === null)
      return refused(name, because ?? (nameless || 'The answer does not mention it.'));
    return { name, stored: true, studyUid: studyIn(stored.get(instanceUid)), instanceUid, because: null };
  });
}

function refused(name: string, because: string): FileOutcome {
  return { name, stored: false, studyUid: null, instanceUid: null, because };
}

function inWords(item: Json): string {
  const code = Number(first(item, REASON));
  return reasons[code] ?? `Refused with the DICOM failure reason ${code}.`;
}

function sequence(json: Json, tag: string): readonly Json[] {
  return recordsIn(recordIn(json, tag) ?? {}, 'Value');
}

function first(item: Json, tag: string): string {
  const value: unknown = recordIn(item, tag)?.['Value'];
  return Array.isArray(value) ? String(value[0]) : '';
}

function studyIn(retrieveUrl: string | undefined): string | null {
  return /\/studies\/([\d.]+)/.exec(retrieveUrl ?? '')?.[1] ?? null;
}
